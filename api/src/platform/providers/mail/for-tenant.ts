import { type Tenant } from "../../scope/tenant.ts";
import { type Mail, type MailAddress, type MailProvider } from "./port.ts";

/** How this process sends mails. */
export interface MailSetup {
  /** For live tenants without a connection of their own. */
  readonly live: MailProvider;
  /** For sandboxes, whose mails never leave the house. */
  readonly captured: MailProvider;
  /** The address mails come from, such as `Tessera <no-reply@example.com>`. */
  readonly from: string;
}

let setup: MailSetup | undefined;

/** Tells the process how to send mails, once at the start. */
export function useMail(chosen: MailSetup): void {
  setup = chosen;
}

/** Sends a mail the way its tenant's mails are sent, under the sender's name the tenant chose. Answers the provider's id of it. */
export function sendMail(
  mail: Mail,
  { tenant, fromName, signal }: { tenant: Tenant; fromName: string; signal: AbortSignal },
): Promise<string> {
  if (!setup) throw new Error("useMail was not called at the start of the process.");
  const provider = tenant.isSandbox ? setup.captured : setup.live;
  const from = parseAddress(setup.from);
  return provider.send(mail, {
    tenant,
    from: { address: from.address, name: fromName || from.name },
    signal,
  });
}

/** The name of the provider that sends live mails, for health. */
export const mailProviderName = (): string => setup?.live.name ?? "none";

/** Reads `Name <address>` or a bare address. */
export function parseAddress(text: string): MailAddress {
  const named = /^(.*)<([^<>\s]+)>$/.exec(text.trim());
  return named
    ? { name: named[1]!.trim().replaceAll('"', ""), address: named[2]! }
    : { name: "", address: text.trim() };
}

import { type Tenant } from "../../scope/tenant.ts";
import { type Mail, type MailAddress, type MailProvider } from "./port.ts";

/** A mail server that a tenant connected, and the address its mails come from. */
export interface ConnectedMail {
  readonly provider: MailProvider;
  readonly from: string;
}

/** How this process sends mails. */
export interface MailSetup {
  /** For live tenants without a connection of their own. */
  readonly live: MailProvider;
  /** For sandboxes, whose mails never leave the house. */
  readonly captured: MailProvider;
  /** The server a live tenant connected itself; null until tenants can. */
  readonly connected: ((tenant: Tenant) => Promise<ConnectedMail | null>) | null;
  /** The address mails come from, such as `Tessera <no-reply@example.com>`. */
  readonly from: string;
}

let setup: MailSetup | undefined;

/** Tells the process how to send mails, once at the start. */
export function useMail(chosen: MailSetup): void {
  setup = chosen;
}

function chosen(): MailSetup {
  if (!setup) throw new Error("useMail was not called at the start of the process.");
  return setup;
}

/** How the mails of a tenant are sent: a sandbox's never leave the house. */
async function mailOf(tenant: Tenant): Promise<ConnectedMail> {
  const { live, captured, connected, from } = chosen();
  if (tenant.isSandbox) return { provider: captured, from };
  return (await connected?.(tenant)) ?? { provider: live, from };
}

/** Sends a mail the way its tenant's mails are sent, under the sender's name the tenant chose. Answers the provider's id of it. */
export async function sendMail(
  mail: Mail,
  { tenant, fromName, signal }: { tenant: Tenant; fromName: string; signal: AbortSignal },
): Promise<string> {
  const { provider, from } = await mailOf(tenant);
  const { address, name } = parseAddress(from);
  return provider.send(mail, { tenant, from: { address, name: fromName || name }, signal });
}

/** The address a tenant's mails come from. */
export const senderAddressOf = async (tenant: Tenant): Promise<string> =>
  parseAddress((await mailOf(tenant)).from).address;

/** The name of the provider that sends a tenant's mails. */
export const mailProviderNameOf = async (tenant: Tenant): Promise<string> =>
  (await mailOf(tenant)).provider.name;

/** The name of the provider that sends live mails, for health. */
export const mailProviderName = (): string => setup?.live.name ?? "none";

/** Reads `Name <address>` or a bare address. */
export function parseAddress(text: string): MailAddress {
  const named = /^(.*)<([^<>\s]+)>$/.exec(text.trim());
  return named
    ? { name: named[1]!.trim().replaceAll('"', ""), address: named[2]! }
    : { name: "", address: text.trim() };
}

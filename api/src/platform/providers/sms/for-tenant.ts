import { type Scope } from "../../scope/scope.ts";
import { type Tenant } from "../../scope/tenant.ts";
import { type SmsProvider, type TextMessage } from "./port.ts";

/** How this process sends text messages. */
export interface SmsSetup {
  /** For sandboxes. */
  readonly captured: SmsProvider;
  /** The provider a live tenant connected itself; null when it has none, so that it sends no text messages. */
  readonly connected: (tenant: Tenant) => Promise<SmsProvider | null>;
  /** Whether the scope's tenant has connected one. */
  readonly isConnected: (scope: Scope) => Promise<boolean>;
}

let setup: SmsSetup | undefined;

/** Tells the process how to send text messages, once at the start. */
export function useSms(chosen: SmsSetup): void {
  setup = chosen;
}

function chosenSetup(): SmsSetup {
  if (!setup) throw new Error("useSms was not called at the start of the process.");
  return setup;
}

const smsOf = async (tenant: Tenant): Promise<SmsProvider | null> =>
  tenant.isSandbox ? chosenSetup().captured : chosenSetup().connected(tenant);

/** The name of the provider that sends a tenant's text messages, `none` when nobody does. */
export const smsProviderNameOf = async (tenant: Tenant): Promise<string> =>
  (await smsOf(tenant))?.name ?? "none";

/** Whether somebody sends the text messages of the scope's tenant. */
export const sendsTexts = async (scope: Scope): Promise<boolean> =>
  scope.tenant.isSandbox || chosenSetup().isConnected(scope);

/** Sends a text message the way its tenant's are sent. Throws for a tenant nobody sends them for: ask `sendsTexts` before. */
export async function sendText(
  message: TextMessage,
  options: { readonly tenant: Tenant; readonly signal: AbortSignal },
): Promise<void> {
  const provider = await smsOf(options.tenant);
  if (!provider) throw new Error("Nobody sends the site's text messages.");
  await provider.send(message, options);
}

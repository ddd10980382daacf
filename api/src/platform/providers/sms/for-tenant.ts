import { type Tenant } from "../../scope/tenant.ts";
import { type SmsProvider, type TextMessage } from "./port.ts";

/** How this process sends text messages. */
export interface SmsSetup {
  /** For sandboxes, and for live tenants without a connection of their own. */
  readonly captured: SmsProvider;
  /** The provider a live tenant connected itself; null until tenants can. */
  readonly connected: ((tenant: Tenant) => Promise<SmsProvider | null>) | null;
}

let setup: SmsSetup | undefined;

/** Tells the process how to send text messages, once at the start. */
export function useSms(chosen: SmsSetup): void {
  setup = chosen;
}

async function smsOf(tenant: Tenant): Promise<SmsProvider> {
  if (!setup) throw new Error("useSms was not called at the start of the process.");
  return (tenant.isSandbox ? null : await setup.connected?.(tenant)) ?? setup.captured;
}

/** The name of the provider that sends a tenant's text messages. */
export const smsProviderNameOf = async (tenant: Tenant): Promise<string> => (await smsOf(tenant)).name;

/** Sends a text message the way its tenant's are sent. */
export async function sendText(
  message: TextMessage,
  options: { readonly tenant: Tenant; readonly signal: AbortSignal },
): Promise<void> {
  await (await smsOf(options.tenant)).send(message, options);
}

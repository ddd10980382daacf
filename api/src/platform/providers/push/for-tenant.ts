import { readOutgoingUrl, type Range } from "../../outgoing.ts";
import { type Tenant } from "../../scope/tenant.ts";
import { type Push, type PushProvider } from "./port.ts";

/** How this process sends pushes. */
export interface PushSetup {
  readonly live: PushProvider;
  /** For sandboxes, whose pushes never leave the house. */
  readonly captured: PushProvider;
  /** The private networks a push service may lie in; all others are refused. */
  readonly guard: readonly Range[];
}

let setup: PushSetup | undefined;

/** Tells the process how to send pushes, once at the start. */
export function usePush(chosen: PushSetup): void {
  setup = chosen;
}

/** Sends a push the way its tenant's pushes are sent. */
export async function sendPush(
  push: Push,
  options: { readonly tenant: Tenant; readonly signal: AbortSignal },
): Promise<void> {
  if (!setup) throw new Error("usePush was not called at the start of the process.");
  await (options.tenant.isSandbox ? setup.captured : setup.live).send(push, options);
}

/** Throws `AddressRefused` for an address that is no push service's. */
export function assertPushEndpoint(endpoint: string): void {
  if (!setup) throw new Error("usePush was not called at the start of the process.");
  readOutgoingUrl(endpoint, setup.guard);
}

import { findGateway, gatewaysFor } from "../../../platform/providers/payments/for-tenant.ts";
import { type PayoutProvider } from "../../../platform/providers/payouts/port.ts";
import { type Scope } from "../../../platform/scope/scope.ts";

/** A gateway of the site that pays members, and the connection it is reached by. */
export interface PayoutPayer {
  readonly connectionId: string;
  readonly payouts: PayoutProvider;
}

/** The gateway that new accounts of members are opened at; null where the site has none that pays. */
export async function payoutPayerFor(scope: Scope): Promise<PayoutPayer | null> {
  for (const { connectionId, gateway } of await gatewaysFor(scope)) {
    if (gateway.payouts) return { connectionId, payouts: gateway.payouts };
  }
  return null;
}

/** The gateway an account was opened at; null when it is no longer connected. */
export async function payerOfAccount(
  scope: Scope,
  { way, connectionId }: { readonly way: string; readonly connectionId: string | null },
): Promise<PayoutProvider | null> {
  if (connectionId === null) return null;
  return (await findGateway(scope, way, connectionId))?.gateway.payouts ?? null;
}

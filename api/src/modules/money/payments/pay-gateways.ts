import { type ConnectedGateway, gatewaysFor } from "../../../platform/providers/payments/for-tenant.ts";
import { type Scope } from "../../../platform/scope/scope.ts";
import { failure } from "../errors.ts";

/**
 * The gateways a payer chooses from for a currency, in the site's order; undefined where there is nothing to choose: one gateway
 * alone, with a page of its own.
 */
export async function payGatewaysOf(scope: Scope, currency: string): Promise<string[] | undefined> {
  const taking = (await gatewaysFor(scope)).filter(({ gateway }) => gateway.capabilities.takes(currency));
  const names = taking.map(({ gateway }) => gateway.name);
  const [first] = taking;
  return names.length > 1 || first?.gateway.capabilities.opensBy === "code" ? names : undefined;
}

/** The gateway a payment goes to. A caller that names none knows pages only, so gateways with a page come first. */
export async function chosenGateway(
  scope: Scope,
  { currency, gateway: asked }: { readonly currency: string; readonly gateway?: string | undefined },
): Promise<ConnectedGateway> {
  const all = await gatewaysFor(scope);
  if (all.length === 0) throw failure("money.no_gateway");
  const taking = all.filter(({ gateway }) => gateway.capabilities.takes(currency));
  if (taking.length === 0) throw failure("money.currency_not_supported", { currency });
  if (asked !== undefined) {
    const named = taking.find(({ gateway }) => gateway.name === asked);
    if (!named) throw failure("money.gateway_not_offered");
    return named;
  }
  return taking.find(({ gateway }) => gateway.capabilities.opensBy === "page") ?? taking[0]!;
}

import { type Scope } from "../../../platform/scope/scope.ts";
import { isSiteOrigin } from "../../tenancy/index.ts";
import { failure } from "../errors.ts";

/** The way back must not lead people to a site the tenant does not own. */
export function assertOwnSite({ tenant, request }: Scope, returnUrl: string): void {
  const url = URL.canParse(returnUrl) ? new URL(returnUrl) : null;
  const isWeb = url?.protocol === "https:" || url?.protocol === "http:";
  const isOwn = url !== null && (url.origin === request.origin || isSiteOrigin(tenant, url.origin));
  if (!isWeb || !isOwn) throw failure("money.return_url_not_allowed");
}

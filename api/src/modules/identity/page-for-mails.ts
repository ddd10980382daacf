import { invalidFields } from "../../platform/errors.ts";
import { type Scope } from "../../platform/scope/scope.ts";
import { isAllowedOrigin, siteOf } from "../tenancy/index.ts";

/** The page a mailed link opens: the one asked for when it is of the site, else the caller's, else the site's own. */
export function pageForMails({ tenant, request }: Scope, asked: string | undefined): string {
  const { siteUrl, allowedOrigins } = siteOf(tenant);
  const site = { allowedOrigins, isSandbox: tenant.isSandbox };
  if (asked !== undefined) {
    if (!isAllowedOrigin(new URL(asked).origin, site)) {
      throw invalidFields({
        path: ["pageUrl"],
        message: "This page is not on one of the site's allowed origins.",
      });
    }
    return asked;
  }
  return siteUrl ?? request.origin ?? allowedOrigins[0] ?? "http://localhost/";
}

import { invalidFields } from "../../platform/errors.ts";
import { type Scope } from "../../platform/scope/scope.ts";
import { isSiteOrigin, siteOf } from "../tenancy/index.ts";

/** The page a mailed link opens: the one asked for when it is of the site, else the caller's, else the site's own. */
export function pageForMails({ tenant, request }: Scope, asked: string | undefined): string {
  const { siteUrl, allowedOrigins } = siteOf(tenant);
  if (asked !== undefined) {
    if (!isSiteOrigin(tenant, new URL(asked).origin)) {
      throw invalidFields({
        path: ["pageUrl"],
        message: "This page is not on one of the site's allowed origins.",
      });
    }
    return asked;
  }
  return siteUrl ?? request.origin ?? allowedOrigins[0] ?? "http://localhost/";
}

import { type HttpRoute } from "../../../platform/module.ts";
import { notFound } from "../../../platform/errors.ts";
import { normaliseDomain } from "../rules/domains.ts";
import { type TenantDirectory } from "../directory.ts";

/**
 * `GET /domains/ask?domain=…`, which a reverse proxy asks before it gets a certificate for a domain it has not met (Caddy's
 * `on_demand_tls`): 200 for a site's own domain, 404 for any other name.
 */
export const domainRoutes = (directory: TenantDirectory): HttpRoute[] => [
  {
    method: "GET",
    path: "/domains/ask",
    async handler(ctx) {
      const { domain: asked } = ctx.query;
      const domain = typeof asked === "string" ? normaliseDomain(asked) : null;
      if (domain === null || (await directory.ownerOf(domain)) === null) throw notFound();
      ctx.set("Cache-Control", "no-store");
      ctx.type = "text/plain";
      ctx.body = "This domain belongs to a site.\n";
    },
  },
];

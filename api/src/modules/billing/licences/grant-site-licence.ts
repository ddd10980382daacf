import { z } from "zod";
import { audit } from "../../../platform/audit/record.ts";
import { invalidFields } from "../../../platform/errors.ts";
import { operation } from "../../../platform/rpc/operation.ts";
import { grantLicence, licenceKinds, licenceView, presentLicence } from "../../tenancy/index.ts";
import { readFromCatalogue } from "../catalogue/catalogue.ts";
import { moduleName } from "../catalogue/get-module.ts";
import { inSite, siteSlug } from "./in-site.ts";

export const grantSiteLicence = operation({
  summary: "Gives a site a licence of a module without pay, in place of one that is in force.",
  input: z
    .strictObject({
      site: siteSlug,
      module: moduleName,
      kind: z.enum(licenceKinds).exclude(["trial"]),
      /** The end of a subscription; a lifetime licence has none. */
      expiresAt: z.iso.datetime().nullable(),
    })
    .refine(({ kind, expiresAt }) => (kind === "lifetime") === (expiresAt === null), {
      path: ["expiresAt"],
      message: "A subscription has an end, and a lifetime licence has none.",
    })
    .meta({ example: { site: "northlight", module: "gigs", kind: "lifetime", expiresAt: null } }),
  output: licenceView,
  async run(scope, { site, module, kind, expiresAt }) {
    await readFromCatalogue(scope, module);
    const until = expiresAt === null ? null : new Date(expiresAt);
    if (until && until <= scope.now) {
      throw invalidFields({ path: ["expiresAt"], message: "Choose a moment that lies ahead." });
    }
    return inSite(scope, site, async (inside) => {
      const licence = await grantLicence(inside, { module, kind, source: "operator", expiresAt: until });
      await audit(inside, {
        action: "billing.grant_site_licence",
        entity: { kind: "licence", id: licence.id },
        after: { module, kind, expiresAt },
      });
      return presentLicence(licence);
    });
  },
});

import { z } from "zod";
import { audit } from "../../../platform/audit/record.ts";
import { operation } from "../../../platform/rpc/operation.ts";
import { licenceView, presentLicence, revokeLicence } from "../../tenancy/index.ts";
import { moduleName } from "../catalogue/get-module.ts";
import { inSite, siteSlug } from "./in-site.ts";

export const revokeSiteLicence = operation({
  summary: "Takes a site's licence of a module back; within five seconds no process answers for it.",
  input: z.strictObject({ site: siteSlug, module: moduleName }),
  output: licenceView,
  run: (scope, { site, module }) =>
    inSite(scope, site, async (inside) => {
      const licence = await revokeLicence(inside, module);
      await audit(inside, {
        action: "billing.revoke_site_licence",
        entity: { kind: "licence", id: licence.id },
        before: { module, kind: licence.kind },
      });
      return presentLicence(licence);
    }),
});

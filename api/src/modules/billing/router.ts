import { procedure, router } from "../../platform/rpc/procedure.ts";
import { activateModule } from "./catalogue/activate-module.ts";
import { deactivateModule } from "./catalogue/deactivate-module.ts";
import { getModule } from "./catalogue/get-module.ts";
import { listModules } from "./catalogue/list-modules.ts";
import { updateModule } from "./catalogue/update-module.ts";
import { grantSiteLicence } from "./licences/grant-site-licence.ts";
import { listLicences } from "./licences/list-licences.ts";
import { revokeSiteLicence } from "./licences/revoke-site-licence.ts";
import { changePlan } from "./plans/change-plan.ts";
import { getStanding } from "./plans/get-standing.ts";
import { givePlan } from "./plans/give-plan.ts";
import { listPlans } from "./plans/list-plans.ts";
import { updatePlan } from "./plans/update-plan.ts";

const seen = { audience: ["staff", "server"], module: "core", permission: "billing.overview" } as const;
const owners = { audience: "staff", module: "core", permission: "billing.modules" } as const;
const operators = { audience: "operator", module: "core", tenantless: true } as const;

export const billingRouter = router({
  listPlans: procedure({ ...operators, audience: ["staff", "operator"] }).query(listPlans),
  getStanding: procedure(seen).query(getStanding),
  changePlan: procedure(owners).mutation(changePlan),
  listModules: procedure(seen).query(listModules),
  getModule: procedure(seen).query(getModule),
  activateModule: procedure(owners).mutation(activateModule),
  deactivateModule: procedure(owners).mutation(deactivateModule),
  listLicences: procedure(seen).query(listLicences),

  updatePlan: procedure(operators).mutation(updatePlan),
  updateModule: procedure(operators).mutation(updateModule),
  givePlan: procedure(operators).mutation(givePlan),
  grantSiteLicence: procedure(operators).mutation(grantSiteLicence),
  revokeSiteLicence: procedure(operators).mutation(revokeSiteLicence),
});

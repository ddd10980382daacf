import { plain, type Probe } from "./probe.ts";

/** One row for every procedure of `billing`. */
export const billingProbes: Readonly<Record<string, Probe>> = {
  "billing.listPlans": plain(),
  "billing.getStanding": plain(),
  "billing.listModules": plain(),
  "billing.getModule": plain({ id: "gigs" }),
  "billing.listLicences": plain(),
  "billing.updatePlan": plain({ id: "free" }, { by: "operator" }),
  "billing.updateModule": plain({ id: "gigs" }, { by: "operator" }),
  "billing.givePlan": plain(
    { site: "nobodys-site", plan: "free" },
    { by: "operator", answers: ["404 request.not_found"] },
  ),
  "billing.grantSiteLicence": plain(
    { site: "nobodys-site", module: "gigs", kind: "lifetime", expiresAt: null },
    { by: "operator", answers: ["404 request.not_found"] },
  ),
  "billing.revokeSiteLicence": plain(
    { site: "nobodys-site", module: "gigs" },
    { by: "operator", answers: ["404 request.not_found"] },
  ),
  "billing.changePlan": plain({ plan: "starter" }, { answers: ["409 billing.nothing_to_pay_with"] }),
  "billing.deactivateModule": plain({ id: "skills" }, { answers: ["404 request.not_found"] }),
  "billing.activateModule": plain({ id: "gigs" }, { answers: ["409 billing.module_active"] }),
};

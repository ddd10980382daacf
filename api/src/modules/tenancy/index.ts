export { addSandbox, createTenant, type FirstKeys } from "./create-tenant.ts";
export { forgetTenant, type KnownKey, TenantDirectory } from "./directory.ts";
export { licenceChangedFact, licenceExpiringFact, planChangedFact, planTrialEndingFact } from "./events.ts";
export { pageKeyOf, readPageKey } from "./key-format.ts";
export { revokeLicence } from "./licences/end-licence.ts";
export { grantLicence } from "./licences/grant-licence.ts";
export { licenceView, presentLicence, readLicences } from "./licences/licence-view.ts";
export { switchOff, switchOn } from "./licences/switch-module.ts";
export { Licence } from "./models/licence.ts";
export { domainRoutes } from "./domains/ask-route.ts";
export { changePlanRow, type Plan, readPlans } from "./plans/plan-rows.ts";
export { setOwnLimits, setPlan } from "./plans/set-plan.ts";
export { lockStanding, type PlanStanding, readStanding } from "./plans/standing.ts";
export { previewRoutes } from "./preview/routes.ts";
export { isInForce, licenceKinds } from "./rules/licences.ts";
export { siteModules } from "./rules/modules.ts";
export { daysUntil, type PlanKey, planKeys } from "./rules/plans.ts";
export { serverCallsLimit } from "./rules/server-calls.ts";
export {
  isSiteOrigin,
  localeFor,
  mailBrandOf,
  mailSenderName,
  productName,
  serverCallsOf,
  siteLocales,
  siteOf,
  siteSettings,
} from "./settings.ts";
export { findSigningKey } from "./signing-keys.ts";
export { readTenant } from "./tenant-row.ts";
export { nameKeys } from "./name-keys.ts";
export { consumeLimit, releaseLimit, usageLimits } from "./usage/consume-limit.ts";
export { readUsage, type Usage } from "./usage/read-usage.ts";

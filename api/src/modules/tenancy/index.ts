export { addSandbox, createTenant, type FirstKeys } from "./create-tenant.ts";
export { forgetTenant, type KnownKey, TenantDirectory } from "./directory.ts";
export { presentSite, siteView } from "./present.ts";
export { isAllowedOrigin } from "./rules/origins.ts";
export { siteModules } from "./rules/modules.ts";
export {
  activeModulesOf,
  localeFor,
  mailSenderName,
  productName,
  siteLocales,
  siteOf,
  siteSettings,
} from "./settings.ts";
export { findSigningKey } from "./signing-keys.ts";
export { lockTenant, readTenant } from "./tenant-row.ts";

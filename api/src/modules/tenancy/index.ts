export { addSandbox, createTenant, type FirstKeys } from "./create-tenant.ts";
export { forgetTenant, type KnownKey, TenantDirectory } from "./directory.ts";
export { previewRoutes } from "./preview/routes.ts";
export { isAllowedOrigin } from "./rules/origins.ts";
export {
  activeModulesOf,
  localeFor,
  mailBrandOf,
  mailSenderName,
  productName,
  siteLocales,
  siteOf,
  siteSettings,
} from "./settings.ts";
export { findSigningKey } from "./signing-keys.ts";
export { readTenant } from "./tenant-row.ts";
export { nameKeys } from "./name-keys.ts";

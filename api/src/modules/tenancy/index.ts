export { addSandbox, createTenant, type FirstKeys } from "./create-tenant.ts";
export { forgetTenant, type KnownKey, TenantDirectory } from "./directory.ts";
export { pageKeyOf, readPageKey } from "./key-format.ts";
export { domainRoutes } from "./domains/ask-route.ts";
export { previewRoutes } from "./preview/routes.ts";
export {
  activeModulesOf,
  isSiteOrigin,
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

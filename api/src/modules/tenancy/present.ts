import { z } from "zod";
import { type Tenant } from "../../platform/scope/tenant.ts";
import { type ApiKey } from "./models/api-key.ts";
import { productName, saysPoweredBy, siteLocales, siteOf } from "./settings.ts";

export const siteView = z.object({
  name: z.string(),
  slug: z.string(),
  isSandbox: z.boolean(),
  locale: z.enum(siteLocales),
  locales: z.array(z.enum(siteLocales)),
  currency: z.string(),
  timeZone: z.string(),
  brand: z.object({ colour: z.string(), logoUrl: z.string().nullable(), productName: z.string() }),
  poweredBy: z.boolean(),
  modules: z.array(z.string()),
});

/** A site as every visitor may see it. */
export function presentSite(tenant: Tenant): z.infer<typeof siteView> {
  const { locale, locales, currency, timeZone, brand } = siteOf(tenant);
  return {
    name: tenant.name,
    slug: tenant.slug,
    isSandbox: tenant.isSandbox,
    locale,
    locales,
    currency,
    timeZone,
    brand: { colour: brand.colour, logoUrl: brand.logoUrl, productName: productName(tenant) },
    poweredBy: saysPoweredBy(tenant),
    modules: [...tenant.activeModules],
  };
}

export const keyView = z.object({
  id: z.uuid(),
  kind: z.enum(["publishable", "secret"]),
  name: z.string(),
  /** Beginning and end of the key, to recognise it by. */
  hint: z.string(),
  /** The whole key, when it is publishable; of a secret key it is shown once, where it is made. */
  token: z.string().nullable(),
  scopes: z.array(z.string()),
  createdAt: z.iso.datetime(),
  lastUsedAt: z.iso.datetime().nullable(),
  expiresAt: z.iso.datetime().nullable(),
  revokedAt: z.iso.datetime().nullable(),
});

/** A key with its token, as it is shown once. */
export const newKeyView = keyView.extend({ token: z.string() });

/** What is read of a key to show it. */
export type ShownKey = Pick<
  ApiKey,
  | "id"
  | "kind"
  | "name"
  | "hint"
  | "token"
  | "scopes"
  | "createdAt"
  | "lastUsedAt"
  | "expiresAt"
  | "revokedAt"
>;

/** A key as the team sees it in a list. */
export const presentKey = (key: ShownKey): z.infer<typeof keyView> => ({
  id: key.id,
  kind: key.kind,
  name: key.name,
  hint: key.hint,
  token: key.token ?? null,
  scopes: key.scopes,
  createdAt: key.createdAt.toISOString(),
  lastUsedAt: key.lastUsedAt?.toISOString() ?? null,
  expiresAt: key.expiresAt?.toISOString() ?? null,
  revokedAt: key.revokedAt?.toISOString() ?? null,
});

import { type z } from "zod";

/** The tenant a call, job or timer runs for, as the platform sees it. */
export interface Tenant {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly isSandbox: boolean;
  /** The live tenant a sandbox belongs to; null for a live tenant. */
  readonly parentId: string | null;
  readonly status: "active" | "suspended";
  /** Milliseconds the tenant's business clock runs ahead of the wall clock; 0 for a live tenant. */
  readonly clockOffsetMs: number;
  /** The modules it may use now: those of its plan and its licences, without those its team deactivated. A sandbox has its live tenant's. */
  readonly activeModules: readonly string[];
  /** Most units of a metric that it may use, by metric; a metric without one, or with null, is not limited. */
  readonly limits: Readonly<Record<string, number | null>>;
  /** Whether its plan lets widgets and mails leave out that Tessera is behind them. */
  readonly mayHidePoweredBy: boolean;
  /** Stored settings by module; read them through `settingsOf`, which fills in defaults. */
  readonly settings: Readonly<Record<string, unknown>>;
}

/** A module's settings: their schema, in which every key has a default, under the module's name. */
export interface SettingsDefinition<Schema extends z.ZodType = z.ZodType> {
  readonly module: string;
  readonly schema: Schema;
}

const parsed = new WeakMap<Tenant, Map<string, unknown>>();

/** The tenant's settings of one module, defaults filled in. Parsed once per loaded tenant. */
export function settingsOf<Schema extends z.ZodType>(
  tenant: Tenant,
  { module, schema }: SettingsDefinition<Schema>,
): z.infer<Schema> {
  let known = parsed.get(tenant);
  if (!known) parsed.set(tenant, (known = new Map()));
  if (!known.has(module)) known.set(module, schema.parse(tenant.settings[module] ?? {}));
  return known.get(module) as z.infer<Schema>;
}

/** Stands in where no tenant was chosen yet (tenant sign-up, staff sign-in): owns nothing but audit entries of what operators did to global tables, and its scope sees those tables alone. */
export const noTenant: Tenant = {
  id: "00000000-0000-8000-8000-000000000000",
  slug: "",
  name: "",
  isSandbox: false,
  parentId: null,
  status: "active",
  clockOffsetMs: 0,
  activeModules: [],
  limits: {},
  mayHidePoweredBy: false,
  settings: {},
};

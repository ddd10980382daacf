import { z } from "zod";
import { installedModules } from "../../platform/installed-modules.ts";
import { operation } from "../../platform/rpc/operation.ts";
import { type Scope } from "../../platform/scope/scope.ts";
import { settingsOf, type Tenant } from "../../platform/scope/tenant.ts";
import { readTenant } from "./tenant-row.ts";

const values = z.record(z.string(), z.unknown());

export const settingsView = z.object({
  /** Send it back with changes to be told when somebody else changed something meanwhile. */
  version: z.int(),
  /** Every module's settings with their defaults filled in, by module. */
  settings: z.record(z.string(), values),
  /** Whether the site's plan lets `tenancy.poweredBy` be switched off; otherwise it counts as switched on. */
  mayHidePoweredBy: z.boolean(),
});

export const getSettings = operation({
  summary: "Answers every setting of the site, by module, with defaults filled in.",
  input: z.strictObject({}),
  output: settingsView,
  async run(scope: Scope) {
    const row = await readTenant(scope, scope.tenant.id);
    return presentSettings(row ?? scope.tenant, row?.settingsVersion ?? 1);
  },
});

/** All settings of a tenant as the admin app shows them. */
export function presentSettings(tenant: Tenant, version: number): z.infer<typeof settingsView> {
  const settings: Record<string, Record<string, unknown>> = {};
  for (const { settings: definition } of installedModules()) {
    if (definition) settings[definition.module] = values.parse(settingsOf(tenant, definition));
  }
  return { version, settings, mayHidePoweredBy: tenant.mayHidePoweredBy };
}

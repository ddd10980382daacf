import { z } from "zod";
import { audit } from "../../platform/audit/record.ts";
import { type FieldError, invalidFields, requestFailure } from "../../platform/errors.ts";
import { fieldErrorsOf, inHouseWords } from "../../platform/field-sentences.ts";
import { installedModules } from "../../platform/installed-modules.ts";
import { operation } from "../../platform/rpc/operation.ts";
import { type SettingsDefinition } from "../../platform/scope/tenant.ts";
import { failure } from "./errors.ts";
import { forgetTenant } from "./directory.ts";
import { presentSettings, settingsView } from "./get-settings.ts";
import { mergeSettings, touchedBy, unknownKeys } from "./rules/settings-changes.ts";
import { lockTenant } from "./tenant-row.ts";

const values = z.record(z.string().max(100), z.unknown());

const storedSettings = z.record(z.string(), values);

type Values = z.infer<typeof values>;

export const updateSettings = operation({
  summary: "Changes the named settings and leaves the others; they count from the next request on.",
  input: z.strictObject({
    /** What to change, by module: `{ "tenancy": { "brand": { "colour": "#aa3355" } } }`. */
    changes: z.record(z.string().max(50), values),
    /** The version the changes were made on; a conflict is answered when it is not the newest. */
    version: z.int().optional(),
  }),
  output: settingsView,
  async run(scope, { changes, version }) {
    const row = await lockTenant(scope);
    if (version !== undefined && version !== row.settingsVersion) throw requestFailure("request.conflict");
    if (changes["tenancy"]?.["poweredBy"] === false && !row.mayHidePoweredBy)
      throw failure("tenancy.plan_names_tessera");
    const stored = storedSettings.parse(row.settings);
    const settings: Record<string, unknown> = { ...stored };
    const problems: FieldError[] = [];
    for (const [module, changed] of Object.entries(changes)) {
      const outcome = applyTo(module, stored[module] ?? {}, changed);
      problems.push(...outcome.problems);
      settings[module] = outcome.merged;
    }
    if (problems.length > 0) throw invalidFields(...problems);

    const newVersion = row.settingsVersion + 1;
    await scope.sql`
      update tenants set settings = ${JSON.stringify(settings)}, settings_version = ${newVersion}, updated_at = ${scope.now}
      where id = ${row.id}`;
    forgetTenant(row.id);
    await audit(scope, {
      action: "tenancy.update_settings",
      entity: { kind: "tenant", id: row.id },
      before: Object.fromEntries(
        Object.entries(changes).map(([module, changed]) => [
          module,
          touchedBy(changed, stored[module] ?? {}),
        ]),
      ),
      after: changes,
    });
    return presentSettings({ ...row, settings }, newVersion);
  },
});

function applyTo(
  module: string,
  stored: Values,
  changed: Values,
): { merged: Values; problems: FieldError[] } {
  const definition = definitionOf(module);
  if (!definition) {
    return {
      merged: stored,
      problems: [{ path: ["changes", module], message: "There is no module of this name with settings." }],
    };
  }
  const merged = mergeSettings(stored, changed);
  const result = definition.schema.safeParse(merged, inHouseWords);
  if (!result.success) {
    const problems = result.error.issues
      .flatMap(fieldErrorsOf)
      .map((field) => ({ ...field, path: ["changes", module, ...field.path] }));
    return { merged, problems };
  }
  const problems = unknownKeys(changed, values.parse(result.data)).map((path) => ({
    path: ["changes", module, ...path],
    message: "There is no such setting.",
  }));
  return { merged, problems };
}

const definitionOf = (module: string): SettingsDefinition | undefined =>
  installedModules()
    .map(({ settings }) => settings)
    .find((definition) => definition?.module === module) ?? undefined;

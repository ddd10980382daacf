import { z } from "zod";
import { notFound } from "../../../platform/errors.ts";
import { builtModules } from "../../../platform/member-permissions.ts";
import { type Scope } from "../../../platform/scope/scope.ts";

/** A text in every language of Tessera. */
export const wording = z.object({ en: z.string(), "zh-CN": z.string(), ar: z.string() });

/** A module that can be licensed, as an operator wrote it down. */
export interface CatalogueModule {
  readonly module: string;
  readonly names: z.infer<typeof wording>;
  readonly descriptions: z.infer<typeof wording>;
  readonly monthlyMinor: number;
  readonly annualMinor: number;
  readonly lifetimeMinor: number;
  readonly currency: string;
  /** How long a trial lasts; 0 where there is none. */
  readonly trialDays: number;
}

/** The modules that tenants can license, in their order; those that do nothing in this installation are left out. */
export async function readCatalogue(scope: Scope): Promise<CatalogueModule[]> {
  const rows = await scope.read<CatalogueModule>`
    select module, names, descriptions, monthly_minor, annual_minor, lifetime_minor, currency, trial_days
    from catalogue_modules order by rank`;
  const built = builtModules();
  return rows.filter(({ module }) => built.has(module));
}

/** One module of the catalogue by its name. Refuses with `request.not_found`. */
export async function readFromCatalogue(scope: Scope, module: string): Promise<CatalogueModule> {
  const found = (await readCatalogue(scope)).find((each) => each.module === module);
  if (!found) throw notFound();
  return found;
}

import { z } from "zod";
import { audit } from "../../../platform/audit/record.ts";
import { operation } from "../../../platform/rpc/operation.ts";
import { readFromCatalogue } from "./catalogue.ts";
import { moduleName } from "./get-module.ts";

const amount = z.int().min(0).max(100_000_000).optional();

export const updateModule = operation({
  summary: "Changes what a module costs and how long its trial lasts, for every tenant.",
  input: z.strictObject({
    id: moduleName,
    monthlyMinor: amount,
    annualMinor: amount,
    lifetimeMinor: amount,
    trialDays: z.int().min(0).max(90).optional(),
  }),
  output: z.object({
    id: z.string(),
    monthlyMinor: z.int(),
    annualMinor: z.int(),
    lifetimeMinor: z.int(),
    currency: z.string(),
    trialDays: z.int(),
  }),
  async run(scope, { id, ...changes }) {
    const entry = await readFromCatalogue(scope, id);
    const {
      monthlyMinor = entry.monthlyMinor,
      annualMinor = entry.annualMinor,
      lifetimeMinor = entry.lifetimeMinor,
      trialDays = entry.trialDays,
    } = changes;
    await scope.sql`
      update catalogue_modules set monthly_minor = ${monthlyMinor}, annual_minor = ${annualMinor},
        lifetime_minor = ${lifetimeMinor}, trial_days = ${trialDays}, updated_at = ${scope.now}
      where module = ${id}`;
    await audit(scope, {
      action: "billing.update_module",
      entity: { kind: "module", id },
      before: {
        monthlyMinor: entry.monthlyMinor,
        annualMinor: entry.annualMinor,
        lifetimeMinor: entry.lifetimeMinor,
        trialDays: entry.trialDays,
      },
      after: { monthlyMinor, annualMinor, lifetimeMinor, trialDays },
    });
    return { id, monthlyMinor, annualMinor, lifetimeMinor, currency: entry.currency, trialDays };
  },
});

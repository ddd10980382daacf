import { z } from "zod";
import { type Scope } from "../../../platform/scope/scope.ts";
import {
  isInForce,
  type Licence,
  licenceView,
  type Plan,
  type PlanStanding,
  presentLicence,
  readLicences,
  readPlans,
  readStanding,
  readUsage,
  type Usage,
} from "../../tenancy/index.ts";
import { type CatalogueModule, wording } from "./catalogue.ts";
import { moduleStates, stateOfModule } from "./rules.ts";

export const priceView = z.object({ amountMinor: z.int(), currency: z.string() });

export const usageView = z.object({
  /** Such as `scheduling.bookings`. */
  metric: z.string(),
  /** The module that consumes it; `core` is part of every site. */
  module: z.string(),
  /** Whether a calendar month is counted, or what is there at a time. */
  period: z.enum(["month", "always"]),
  used: z.int(),
  /** Null where there is no limit. */
  limit: z.int().nullable(),
});

export const moduleView = z.object({
  /** The module's name in Tessera, such as `booking`. */
  id: z.string(),
  names: wording,
  descriptions: wording,
  monthly: priceView,
  annual: priceView,
  lifetime: priceView,
  /** How long a trial lasts; 0 where there is none. */
  trialDays: z.int(),
  /** `included` in the plan, under a licence (`trial`, `licensed`, `grace`, `suspended`), `off` by the team's choice, or `available`. */
  state: z.enum(moduleStates),
  /** Whether its trial can be started now. */
  canTry: z.boolean(),
  /** The licence that is in force; null when the plan brings the module, or nothing does. */
  licence: licenceView.nullable(),
  usage: z.array(usageView),
});

/** What the presentation of a module reads, once for all of them. */
export interface Rights {
  readonly standing: PlanStanding;
  readonly plan: Plan;
  readonly licences: readonly Licence[];
  readonly usage: readonly Usage[];
}

/** Reads what the scope's tenant has a right to, and what it used. */
export async function readRights(scope: Scope): Promise<Rights> {
  const [standing, plans, licences, usage] = await Promise.all([
    readStanding(scope),
    readPlans(scope),
    readLicences(scope),
    readUsage(scope),
  ]);
  const plan = plans.find(({ key }) => key === standing.plan);
  if (!plan) throw new Error(`There is no plan ${standing.plan}.`);
  return { standing, plan, licences, usage };
}

/** A module of the catalogue as it stands for a tenant. */
export function presentModule(entry: CatalogueModule, rights: Rights): z.infer<typeof moduleView> {
  const { module, names, descriptions, currency, trialDays } = entry;
  const { standing, plan, licences, usage } = rights;
  const own = licences.filter((licence) => licence.module === module);
  const licence = own.find(({ state }) => isInForce(state)) ?? null;
  const isIncluded = plan.modules.includes(module);
  const isOff = standing.switchedOffModules.includes(module);
  const hadTrial = own.some(({ kind }) => kind === "trial");
  return {
    id: module,
    names,
    descriptions,
    monthly: { amountMinor: entry.monthlyMinor, currency },
    annual: { amountMinor: entry.annualMinor, currency },
    lifetime: { amountMinor: entry.lifetimeMinor, currency },
    trialDays,
    state: stateOfModule({ isIncluded, isOff, licence }),
    canTry: !isIncluded && licence === null && !hadTrial && trialDays > 0,
    licence: licence && presentLicence(licence),
    usage: usage.filter((each) => each.module === module),
  };
}

import { z } from "zod";
import { type EventDefinition } from "../../platform/module.ts";
import { type Scope } from "../../platform/scope/scope.ts";
import { licenceView, presentLicence, readLicence } from "./licences/licence-view.ts";
import { licenceStates } from "./rules/licences.ts";
import { planKeys } from "./rules/plans.ts";

declare global {
  interface DomainEvents {
    /** A licence of the tenant began, was renewed, or counts no longer. */
    "licence.changed": { licenceId: string; module: string; state: (typeof licenceStates)[number]; at: Date };
    /** A licence ends soon unless it is renewed. */
    "licence.expiring": { licenceId: string; module: string; expiresAt: Date };
    /** The tenant has another plan, or the trial of the one it had is over. */
    "plan.changed": PlanChange;
    /** The trial of the plan ends soon; the free plan takes its place. */
    "plan.trial_ending": { plan: (typeof planKeys)[number]; endsAt: Date };
  }
}

interface PlanChange {
  plan: (typeof planKeys)[number];
  previous: (typeof planKeys)[number];
  because: "chosen" | "trial_ended";
  at: Date;
}

/** What a licence event tells: whose module, and how it stands. */
export const licenceChangedFact = z.object({
  licenceId: z.uuid(),
  module: z.string(),
  state: z.enum(licenceStates),
  at: z.iso.datetime(),
});

export const licenceExpiringFact = z.object({
  licenceId: z.uuid(),
  module: z.string(),
  expiresAt: z.iso.datetime(),
});

export const planChangedFact = z.object({
  plan: z.enum(planKeys),
  previous: z.enum(planKeys),
  because: z.enum(["chosen", "trial_ended"]),
  at: z.iso.datetime(),
});

export const planTrialEndingFact = z.object({ plan: z.enum(planKeys), endsAt: z.iso.datetime() });

const aboutLicence = (fact: z.ZodType): EventDefinition<{ licenceId: string }> => ({
  fact,
  recipients: () => [],
  frame: null,
  webhook: {
    view: licenceView,
    async present(scope: Scope, { licenceId }) {
      const licence = await readLicence(scope, licenceId);
      return licence && presentLicence(licence);
    },
  },
});

const aboutPlan = (fact: z.ZodType): EventDefinition<object> => ({
  fact,
  recipients: () => [],
  frame: null,
  webhook: { view: fact, present: async (_scope, told) => told },
});

export const licenceEvents = {
  "licence.changed": aboutLicence(licenceChangedFact),
  "licence.expiring": aboutLicence(licenceExpiringFact),
  "plan.changed": aboutPlan(planChangedFact),
  "plan.trial_ending": aboutPlan(planTrialEndingFact),
};

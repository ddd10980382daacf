import { type ErrorDefinition, failuresOf } from "../../platform/errors.ts";

export const billingErrors = {
  "billing.module_active": { kind: "CONFLICT", message: "The module {module} is active already." },
  "billing.module_inactive": { kind: "CONFLICT", message: "The module {module} is not active." },
  "billing.no_trial": { kind: "CONFLICT", message: "The module {module} cannot be tried. Buy a licence." },
  "billing.nothing_to_pay_with": {
    kind: "CONFLICT",
    message: "This installation takes no payments for plans yet. Ask whoever runs it for the plan.",
  },
  "billing.live_site_only": {
    kind: "CONFLICT",
    message: "A sandbox has the plan and modules of its live site. Switch to that first.",
  },
} as const satisfies Record<string, ErrorDefinition>;

export const failure = failuresOf(billingErrors);

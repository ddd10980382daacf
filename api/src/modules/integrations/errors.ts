import { type ErrorDefinition, failuresOf } from "../../platform/errors.ts";

export const integrationsErrors = {
  "integrations.too_many_endpoints": {
    kind: "CONFLICT",
    message: "A site has at most {most} webhook endpoints. Delete one first.",
  },
  "integrations.endpoint_disabled": {
    kind: "CONFLICT",
    message: "This endpoint is disabled. Enable it first.",
  },
  "integrations.clock_backwards": {
    kind: "CONFLICT",
    message: "The sandbox's clock stands at {now} already and never goes back. Choose a later time.",
  },
  "integrations.clock_too_far": {
    kind: "BAD_REQUEST",
    message: "A sandbox's clock moves at most {days} days at once. Choose an earlier time.",
  },
} as const satisfies Record<string, ErrorDefinition>;

/** Refuses for a reason of this module. */
export const failure = failuresOf(integrationsErrors);

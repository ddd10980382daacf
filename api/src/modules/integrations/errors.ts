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
  "integrations.already_connected": {
    kind: "CONFLICT",
    message: "{vendor} is connected already. Replace its credentials, or disconnect it first.",
  },
  "integrations.disconnected": {
    kind: "CONFLICT",
    message: "This connection was ended. Add a new one.",
  },
  "integrations.live_credentials": {
    kind: "CONFLICT",
    message: "A test site takes test credentials only. Enter those of the provider's test mode.",
  },
  "integrations.test_credentials": {
    kind: "CONFLICT",
    message: "These are test credentials. Enter them in the test site, and the live ones here.",
  },
  "integrations.mail_captured": {
    kind: "CONFLICT",
    message: "A test site's mails are captured and never sent. Connect a mail server in the live site.",
  },
  "integrations.messages_captured": {
    kind: "CONFLICT",
    message: "Nothing a test site sends leaves it. Connect {vendor} in the live site.",
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

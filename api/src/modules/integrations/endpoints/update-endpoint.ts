import { z } from "zod";
import { audit } from "../../../platform/audit/record.ts";
import { operation } from "../../../platform/rpc/operation.ts";
import { WebhookEndpoint } from "../models/webhook-endpoint.ts";
import { assertFields, endpointFields } from "./fields.ts";
import { endpointView, lockEndpoint, presentEndpoint } from "./present-endpoint.ts";

export const updateEndpoint = operation({
  summary: "Changes an endpoint's URL or events, or switches it off and on again.",
  input: endpointFields.partial().extend({ id: z.uuid(), state: z.enum(["active", "disabled"]).optional() }),
  output: endpointView,
  async run(scope, { id, state, ...fields }) {
    assertFields(fields);
    const before = await lockEndpoint(scope, id);
    const sent = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
    const switched =
      state === undefined || state === before.state
        ? {}
        : { state, disabledBecause: state === "disabled" ? ("staff" as const) : null, failingSince: null };
    const after = await scope
      .query(WebhookEndpoint)
      .patchAndFetchById([scope.tenant.id, id], { ...sent, ...switched });
    await audit(scope, {
      action: "integrations.update_endpoint",
      entity: { kind: "webhook_endpoint", id },
      before: { url: before.url, eventNames: before.eventNames, state: before.state },
      after: { url: after.url, eventNames: after.eventNames, state: after.state },
    });
    return presentEndpoint(after);
  },
});

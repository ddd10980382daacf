import { z } from "zod";
import { audit } from "../../../platform/audit/record.ts";
import { wallClock } from "../../../platform/clock.ts";
import { operation } from "../../../platform/rpc/operation.ts";
import { hours, plus } from "../../../platform/time.ts";
import { WebhookEndpoint } from "../models/webhook-endpoint.ts";
import { endpointWithSecretView, lockEndpoint, presentEndpoint } from "./present-endpoint.ts";
import { newSecret, sealSecret } from "./secret.ts";

export const rollEndpointSecret = operation({
  summary:
    "Gives an endpoint a new signing secret, shown this once; for a while both sign, so that no webhook is refused.",
  input: z.strictObject({
    id: z.uuid(),
    /** Hours the old secret goes on signing; 0 ends it at once. */
    overlapHours: z.int().min(0).max(168).default(24),
  }),
  output: endpointWithSecretView,
  async run(scope, { id, overlapHours }) {
    const { secretSealed } = await lockEndpoint(scope, id);
    const secret = newSecret();
    const isOverlapping = overlapHours > 0;
    const rolled = await scope.query(WebhookEndpoint).patchAndFetchById([scope.tenant.id, id], {
      secretSealed: sealSecret(scope.tenant, id, secret),
      previousSecretSealed: isOverlapping ? secretSealed : null,
      previousSecretUntil: isOverlapping ? plus(wallClock(), hours(overlapHours)) : null,
    });
    await audit(scope, {
      action: "integrations.roll_endpoint_secret",
      entity: { kind: "webhook_endpoint", id },
      after: { overlapHours },
    });
    return { ...presentEndpoint(rolled), secret };
  },
});

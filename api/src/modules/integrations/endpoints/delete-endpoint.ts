import { z } from "zod";
import { audit } from "../../../platform/audit/record.ts";
import { operation } from "../../../platform/rpc/operation.ts";
import { WebhookEndpoint } from "../models/webhook-endpoint.ts";
import { lockEndpoint } from "./present-endpoint.ts";

export const deleteEndpoint = operation({
  summary: "Deletes an endpoint with its deliveries.",
  input: z.strictObject({ id: z.uuid() }),
  output: z.object({ id: z.uuid() }),
  async run(scope, { id }) {
    const { url } = await lockEndpoint(scope, id);
    await scope.query(WebhookEndpoint).where({ id }).delete();
    await audit(scope, {
      action: "integrations.delete_endpoint",
      entity: { kind: "webhook_endpoint", id },
      before: { url },
    });
    return { id };
  },
});

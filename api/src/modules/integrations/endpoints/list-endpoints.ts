import { z } from "zod";
import { operation } from "../../../platform/rpc/operation.ts";
import { WebhookEndpoint } from "../models/webhook-endpoint.ts";
import { webhookEventNames } from "./fields.ts";
import { endpointView, presentEndpoint } from "./present-endpoint.ts";

export const listEndpoints = operation({
  summary: "Lists the site's webhook endpoints, and the events they can ask for.",
  input: z.strictObject({}),
  output: z.object({ items: z.array(endpointView), eventNames: z.array(z.string()) }),
  async run(scope) {
    const rows =
      await scope.read<WebhookEndpoint>`select * from ${WebhookEndpoint} e order by created_at, id`;
    return { items: rows.map(presentEndpoint), eventNames: webhookEventNames() };
  },
});

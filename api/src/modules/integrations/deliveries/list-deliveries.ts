import { z } from "zod";
import { operation } from "../../../platform/rpc/operation.ts";
import { pageInput, pageOf } from "../../../platform/rpc/paging.ts";
import { type SortedRow, sorting } from "../../../platform/rpc/sorting.ts";
import { fragment } from "../../../platform/scope/sql.ts";
import { WebhookDelivery } from "../models/webhook-delivery.ts";
import { type DeliveryRow, deliveryView, presentDelivery } from "./present-delivery.ts";

const order = sorting(
  {
    createdAt: { by: fragment`created_at`, kind: "instant" },
    eventName: { by: fragment`event_name`, kind: "text" },
  },
  "-createdAt",
);

export const listDeliveries = operation({
  summary: "Lists webhook deliveries, newest first unless another order is asked for.",
  input: z.strictObject({
    ...pageInput,
    ...order.input,
    endpointId: z.uuid().optional(),
    state: z.enum(["pending", "delivered", "failed", "cancelled"]).optional(),
    eventName: z.string().max(100).optional(),
    /** Made from this moment on. */
    from: z.iso.datetime().optional(),
    /** Made before this moment. */
    until: z.iso.datetime().optional(),
  }),
  output: pageOf(deliveryView),
  async run(scope, { limit, endpointId, state, eventName, from, until, ...place }) {
    const { key, after, by, page } = order.at(scope.tenant, place);
    const rows = await scope.read<DeliveryRow & SortedRow>`
      select id, endpoint_id, event_name, state, attempts, next_attempt_at, happened_at, created_at,
        ${key}
      from ${WebhookDelivery} d
      where true
        ${endpointId === undefined ? fragment`` : fragment`and endpoint_id = ${endpointId}`}
        ${state === undefined ? fragment`` : fragment`and state = ${state}`}
        ${eventName === undefined ? fragment`` : fragment`and event_name = ${eventName}`}
        ${from === undefined ? fragment`` : fragment`and created_at >= ${from}::timestamptz`}
        ${until === undefined ? fragment`` : fragment`and created_at < ${until}::timestamptz`}
        ${after}
      ${by} limit ${limit + 1}`;
    return page(rows, limit, presentDelivery);
  },
});

import { z } from "zod";
import { operation } from "../../../platform/rpc/operation.ts";
import { decodeCursor, pageInput, pageOf, toPage } from "../../../platform/rpc/paging.ts";
import { fragment } from "../../../platform/scope/sql.ts";
import { WebhookDelivery } from "../models/webhook-delivery.ts";
import { type DeliveryRow, deliveryView, presentDelivery } from "./present-delivery.ts";

export const listDeliveries = operation({
  summary: "Lists webhook deliveries, newest first.",
  input: z.strictObject({
    ...pageInput,
    endpointId: z.uuid().optional(),
    state: z.enum(["pending", "delivered", "failed", "cancelled"]).optional(),
    eventName: z.string().max(100).optional(),
  }),
  output: pageOf(deliveryView),
  async run(scope, { limit, cursor, endpointId, state, eventName }) {
    const [at, id] = cursor === undefined ? [null, null] : decodeCursor(scope.tenant, cursor, 2);
    const rows = await scope.read<DeliveryRow>`
      select id, endpoint_id, event_name, state, attempts, next_attempt_at, happened_at, created_at
      from ${WebhookDelivery} d
      where true
        ${endpointId === undefined ? fragment`` : fragment`and endpoint_id = ${endpointId}`}
        ${state === undefined ? fragment`` : fragment`and state = ${state}`}
        ${eventName === undefined ? fragment`` : fragment`and event_name = ${eventName}`}
        ${cursor === undefined ? fragment`` : fragment`and (created_at, id) < (${new Date(Number(at))}, ${String(id)}::uuid)`}
      order by created_at desc, id desc
      limit ${limit + 1}`;
    return toPage(scope.tenant, rows, limit, {
      position: (row) => [row.createdAt.getTime(), row.id],
      present: presentDelivery,
    });
  },
});

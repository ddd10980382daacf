import { z } from "zod";
import { operation } from "../../../platform/rpc/operation.ts";
import { pageInput, pageOf } from "../../../platform/rpc/paging.ts";
import { type SortedRow, sorting } from "../../../platform/rpc/sorting.ts";
import { fragment } from "../../../platform/scope/sql.ts";
import { deliveryStates, NotificationDelivery } from "../models/notification-delivery.ts";
import { sendingChannels } from "../rules/categories.ts";
import { deliveryView, presentDelivery } from "./delivery-view.ts";

const order = sorting(
  {
    queuedAt: { by: fragment`queued_at`, kind: "instant" },
    name: { by: fragment`name`, kind: "text" },
  },
  "-queuedAt",
);

export const listDeliveries = operation({
  summary:
    "Lists the site's mails, pushes, text messages and chat posts and how they fared, newest first unless another order is asked for.",
  input: z.strictObject({
    ...pageInput,
    ...order.input,
    channel: z.enum(sendingChannels).optional(),
    state: z.enum(deliveryStates).optional(),
    memberId: z.uuid().optional(),
    /** The template, such as `booking_confirmed`. */
    name: z.string().max(100).optional(),
  }),
  output: pageOf(deliveryView),
  async run(scope, { limit, channel, state, memberId, name, ...place }) {
    const { key, after, by, page } = order.at(scope.tenant, place);
    const rows = await scope.read<NotificationDelivery & SortedRow>`
      select d.*, ${key} from ${NotificationDelivery} d
      where true
        ${channel === undefined ? fragment`` : fragment`and channel = ${channel}`}
        ${state === undefined ? fragment`` : fragment`and state = ${state}`}
        ${memberId === undefined ? fragment`` : fragment`and member_id = ${memberId}`}
        ${name === undefined ? fragment`` : fragment`and name = ${name}`}
        ${after}
      ${by} limit ${limit + 1}`;
    return page(rows, limit, presentDelivery);
  },
});

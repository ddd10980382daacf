import { type Activity, type ActivitySource } from "../../platform/module.ts";
import { Order } from "./models/order.ts";

/** What a member bought or sold. */
export const orderActivity: ActivitySource = {
  permission: "orders.view",
  read: (scope, { memberId, before, limit }) => scope.read<Activity>`
    select id, placed_at as at, id as subject_id, state, number as title, amount_minor, currency from ${Order} o
    where ${memberId} in (buyer_id, seller_id) and (placed_at, id) < (${before.at}, ${before.id}::uuid)
    order by placed_at desc, id desc limit ${limit}`,
};

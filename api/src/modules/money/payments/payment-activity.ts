import { type Activity, type ActivitySource } from "../../../platform/module.ts";
import { Payment } from "../models/payment.ts";

/** What a member paid, or began to pay. */
export const paymentActivity: ActivitySource = {
  permission: "money.view",
  read: (scope, { memberId, before, limit }) => scope.read<Activity>`
    select id, created_at as at, status as state, description as title, amount_minor, currency from ${Payment} p
    where payer_member_id = ${memberId} and (created_at, id) < (${before.at}, ${before.id}::uuid)
    order by created_at desc, id desc limit ${limit}`,
};

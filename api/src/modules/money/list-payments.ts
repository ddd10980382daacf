import { z } from "zod";
import { operation } from "../../platform/rpc/operation.ts";
import { decodeCursor, pageInput, pageOf, toPage } from "../../platform/rpc/paging.ts";
import { fragment } from "../../platform/scope/sql.ts";
import { Payment } from "./models/payment.ts";
import { Refund } from "./models/refund.ts";
import { paymentView, presentPayment } from "./present.ts";
import { paymentStatuses } from "./rules/payment-status.ts";

export const listPayments = operation({
  summary: "Lists the site's payments, newest first, by status, order or payer.",
  input: z.strictObject({
    ...pageInput,
    status: z.enum(paymentStatuses).optional(),
    orderId: z.uuid().optional(),
    memberId: z.uuid().optional(),
  }),
  output: pageOf(paymentView),
  async run(scope, { limit, cursor, status, orderId, memberId }) {
    const [before] = cursor === undefined ? [] : decodeCursor(scope.tenant, cursor, 1);
    // Ids are made in the order of time, so they say where a page ends as well.
    const rows = await scope.read<Payment>`
      select * from ${Payment} p
      where true
        ${before === undefined ? fragment`` : fragment`and id < ${before}`}
        ${status === undefined ? fragment`` : fragment`and status = ${status}`}
        ${orderId === undefined ? fragment`` : fragment`and order_id = ${orderId}`}
        ${memberId === undefined ? fragment`` : fragment`and payer_member_id = ${memberId}`}
      order by id desc limit ${limit + 1}`;
    const ids = rows.map(({ id }) => id);
    const refunds =
      await scope.read<Refund>`select * from ${Refund} r where payment_id = any(${ids}::uuid[]) order by id`;
    return toPage(scope.tenant, rows, limit, {
      position: ({ id }) => [id],
      present: (payment) =>
        presentPayment(
          payment,
          refunds.filter(({ paymentId }) => paymentId === payment.id),
          "site",
        ),
    });
  },
});

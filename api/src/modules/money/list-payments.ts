import { z } from "zod";
import { operation } from "../../platform/rpc/operation.ts";
import { pageInput, pageOf } from "../../platform/rpc/paging.ts";
import { type SortedRow, sorting } from "../../platform/rpc/sorting.ts";
import { fragment, type SqlFragment } from "../../platform/scope/sql.ts";
import { membersCalled } from "../identity/index.ts";
import { Payment } from "./models/payment.ts";
import { Refund } from "./models/refund.ts";
import { paymentView, presentPayment } from "./present.ts";
import { paymentStatuses } from "./rules/payment-status.ts";

const sorts = sorting(
  {
    createdAt: { by: fragment`p.created_at`, kind: "instant" },
    status: { by: fragment`p.status`, kind: "text" },
  },
  "-createdAt",
);

const input = z.strictObject({
  ...pageInput,
  ...sorts.input,
  status: z.enum(paymentStatuses).optional(),
  orderId: z.uuid().optional(),
  memberId: z.uuid().optional(),
  /** Part of the name or of the e-mail address of the member who pays. */
  payer: z.string().trim().min(1).max(254).optional(),
  /** Begun from this moment on. */
  from: z.iso.datetime().optional(),
  /** Begun before this moment. */
  until: z.iso.datetime().optional(),
});

export const listPayments = operation({
  summary:
    "Lists the site's payments, newest first unless another order is asked for, by status, order, payer or time.",
  input,
  output: pageOf(paymentView),
  async run(scope, { limit, cursor, sort, ...filters }) {
    const { key, after, by, page } = sorts.at(scope.tenant, { sort, cursor }, fragment`p.id`);
    const rows = await scope.read<Payment & SortedRow>`
      select p.*, ${key} from ${Payment} p
      where true ${filtered(filters)} ${after}
      ${by} limit ${limit + 1}`;
    const ids = rows.map(({ id }) => id);
    const refunds =
      await scope.read<Refund>`select * from ${Refund} r where payment_id = any(${ids}::uuid[]) order by id`;
    return page(rows, limit, (payment) =>
      presentPayment(
        payment,
        refunds.filter(({ paymentId }) => paymentId === payment.id),
        "site",
      ),
    );
  },
});

function filtered({
  status,
  orderId,
  memberId,
  payer,
  from,
  until,
}: Omit<z.output<typeof input>, "limit" | "cursor" | "sort">): SqlFragment {
  return fragment`
    ${status === undefined ? fragment`` : fragment`and p.status = ${status}`}
    ${orderId === undefined ? fragment`` : fragment`and p.order_id = ${orderId}`}
    ${memberId === undefined ? fragment`` : fragment`and p.payer_member_id = ${memberId}`}
    ${payer === undefined ? fragment`` : fragment`and p.payer_member_id in ${membersCalled(payer)}`}
    ${from === undefined ? fragment`` : fragment`and p.created_at >= ${from}::timestamptz`}
    ${until === undefined ? fragment`` : fragment`and p.created_at < ${until}::timestamptz`}`;
}

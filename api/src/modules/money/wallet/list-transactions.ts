import { z } from "zod";
import { operation } from "../../../platform/rpc/operation.ts";
import { decodeCursor, pageInput, pageOf, toPage } from "../../../platform/rpc/paging.ts";
import { fragment, type SqlFragment } from "../../../platform/scope/sql.ts";
import { callingMember } from "../../identity/index.ts";
import { creditUnit } from "../credits/credit-unit.ts";
import { accountId, available, wallet } from "../ledger/account.ts";
import { CreditCampaign } from "../models/credit-campaign.ts";
import { CreditGrant } from "../models/credit-grant.ts";
import { CreditRedemption } from "../models/credit-redemption.ts";
import { LedgerTransfer } from "../models/ledger-transfer.ts";
import { type MovementType, movementTypes, typeByCause } from "../rules/movement-types.ts";

const transactionView = z.object({
  id: z.uuid(),
  at: z.iso.datetime(),
  type: z.enum(movementTypes),
  /** What came, or below zero what went, in the unit's smallest parts. */
  amount: z.int(),
  unit: z.string(),
  /** What could be spent afterwards. */
  balance: z.int(),
  /** Kept for something and not gone for good. */
  isReserved: z.boolean(),
  orderId: z.uuid().nullable(),
  /** The campaign's name, or what the team wrote. */
  label: z.string().nullable(),
});

interface Line {
  readonly id: string;
  readonly happenedAt: Date;
  readonly type: MovementType;
  readonly change: number;
  readonly balance: number;
  readonly isReserved: boolean;
  readonly orderId: string | null;
  readonly label: string | null;
}

const input = z.strictObject({
  ...pageInput,
  /** Credits unless told: a currency such as EUR, or a kind of credit. */
  unit: z.string().min(1).max(40).default(creditUnit),
  type: z.enum(movementTypes).optional(),
  direction: z.enum(["in", "out"]).optional(),
  /** From this moment on. */
  from: z.iso.datetime().optional(),
  /** Before this moment. */
  until: z.iso.datetime().optional(),
  /** Part of a campaign's name or of what the team wrote, an order's id, or an amount. */
  q: z.string().trim().min(1).max(100).optional(),
});

export const listTransactions = operation({
  summary:
    "Lists what came into the caller's wallet and went out of it in one unit, newest first, each with the balance after it.",
  input,
  output: pageOf(transactionView),
  async run(scope, { limit, cursor, unit, ...filters }) {
    const memberId = callingMember(scope);
    const own = [wallet, available].map((account) => accountId(account(memberId), unit));
    const after = cursor === undefined ? null : decodeCursor(scope.tenant, cursor, ["instant", "id"]);
    // The balance after each line needs all lines; a page is cut off the end of them.
    const rows = await scope.read<Line>`
      with changes as (
        select t.id, t.happened_at, t.cause, t.order_id, t.state = 'pending' and not exists (select from ${LedgerTransfer} e where e.pending_id = t.id) as is_reserved,
          t.reverses_id is not null or t.pending_id is not null as is_return,
          case when t.debit_account_id <> all (${own}::uuid[]) then 0
            when t.pending_id is null then -t.amount
            when t.state = 'posted' then p.amount - t.amount
            else p.amount end
          + case when t.credit_account_id = any (${own}::uuid[]) and t.state = 'posted' then t.amount else 0 end as change
        from ${LedgerTransfer} t left join ${LedgerTransfer} p on p.id = t.pending_id
        where t.debit_account_id = any (${own}::uuid[]) or t.credit_account_id = any (${own}::uuid[])
      ), lines as (
        select c.*, (sum(c.change) over (order by c.happened_at, c.id))::bigint as balance,
          coalesce(k.type, case
            when c.is_return and c.change > 0 then 'returned'
            when c.cause like 'escrow.%' and c.change > 0 then 'earned'
            when c.cause like 'escrow.%' or c.is_reserved then 'spent'
            else 'other' end) as type
        from changes c
        left join unnest(${Object.keys(typeByCause)}::text[], ${Object.values(typeByCause)}::text[]) as k(cause, type)
          on k.cause = c.cause
        where c.change <> 0
      )
      select l.id, l.happened_at, l.type, l.change::bigint as change, l.balance, l.is_reserved, l.order_id,
        coalesce(g.reason, m.name) as label
      from lines l
      left join ${CreditGrant} g on g.id = l.id
      left join ${CreditRedemption} r on r.id = l.id
      left join ${CreditCampaign} m on m.id = r.campaign_id
      where true ${filtered(filters)}
        ${after ? fragment`and (l.happened_at, l.id) < (${new Date(after[0])}, ${after[1]}::uuid)` : fragment``}
      order by l.happened_at desc, l.id desc limit ${limit + 1}`;
    return toPage(scope.tenant, rows, limit, {
      position: ({ id, happenedAt }) => [happenedAt.getTime(), id],
      present: ({ happenedAt, change, ...line }) => ({
        ...line,
        at: happenedAt.toISOString(),
        amount: change,
        unit,
      }),
    });
  },
});

function filtered({
  type,
  direction,
  from,
  until,
  q,
}: Omit<z.output<typeof input>, "limit" | "cursor" | "unit">): SqlFragment {
  const like = q === undefined ? "" : `%${q.replaceAll(/[\\%_]/g, "\\$&")}%`;
  return fragment`
    ${type === undefined ? fragment`` : fragment`and l.type = ${type}`}
    ${direction === undefined ? fragment`` : fragment`and (l.change > 0) = ${direction === "in"}`}
    ${from === undefined ? fragment`` : fragment`and l.happened_at >= ${from}::timestamptz`}
    ${until === undefined ? fragment`` : fragment`and l.happened_at < ${until}::timestamptz`}
    ${
      q === undefined
        ? fragment``
        : fragment`and (coalesce(g.reason, m.name) ilike ${like} or l.order_id::text = lower(${q}) or abs(l.change)::text = ${q})`
    }`;
}

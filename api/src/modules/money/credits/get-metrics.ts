import { z } from "zod";
import { operation } from "../../../platform/rpc/operation.ts";
import { fragment } from "../../../platform/scope/sql.ts";
import { issued as issuedAccount } from "../ledger/account.ts";
import { balanceOf } from "../ledger/balance.ts";
import { LedgerAccount } from "../models/ledger-account.ts";
import { LedgerTransfer } from "../models/ledger-transfer.ts";
import { creditUnit } from "./credit-unit.ts";

interface Flow {
  readonly source: string;
  readonly target: string;
  readonly cause: string;
  readonly isReversal: boolean;
  readonly amount: number;
}

export const getCreditMetrics = operation({
  summary:
    "The site's credits as the ledger sums them: issued, spent, expired and taken back in a time, in circulation now.",
  input: z.strictObject({
    /** From this moment on; from the beginning when not given. */
    from: z.iso.datetime().optional(),
    /** Before this moment; until now when not given. */
    until: z.iso.datetime().optional(),
  }),
  output: z.object({
    issued: z.int(),
    /** What was issued, by what brought it, such as `credits.starter`. */
    issuedBy: z.array(z.object({ cause: z.string(), credits: z.int() })),
    /** Out of wallets for something, less what came back. */
    spent: z.int(),
    expired: z.int(),
    /** By the team, with a refund, or with an account that was erased. */
    takenBack: z.int(),
    /** Issued and neither expired nor taken back, wherever it is. */
    inCirculation: z.int(),
    /** What of it members can spend now. */
    inWallets: z.int(),
    /** What of it is on its way between members. */
    inEscrow: z.int(),
  }),
  async run(scope, { from, until }) {
    const flows = await scope.read<Flow>`
      select d.kind as source, c.kind as target, t.cause, t.reverses_id is not null as is_reversal, sum(t.amount)::bigint as amount
      from ${LedgerTransfer} t
      join ${LedgerAccount} d on d.id = t.debit_account_id
      join ${LedgerAccount} c on c.id = t.credit_account_id
      where t.unit = ${creditUnit} and t.unit !~ '^[A-Z]{3}$' and t.state = 'posted'
        ${from === undefined ? fragment`` : fragment`and t.happened_at >= ${from}::timestamptz`}
        ${until === undefined ? fragment`` : fragment`and t.happened_at < ${until}::timestamptz`}
      group by 1, 2, 3, 4 order by 1, 2, 3, 4`;
    const held = await scope.read<{ kind: string; amount: number }>`
      select kind, sum(credits_posted - debits_posted)::bigint as amount
      from ${LedgerAccount} a where unit = ${creditUnit} and is_guarded group by kind`;
    const { debited, credited } = await balanceOf(scope, issuedAccount, creditUnit);
    const sum = (matches: (flow: Flow) => boolean) =>
      flows.filter(matches).reduce((total, { amount }) => total + amount, 0);
    const holds = (kinds: (kind: string) => boolean) =>
      held.filter(({ kind }) => kinds(kind)).reduce((total, { amount }) => total + amount, 0);
    const isBack = ({ target }: Flow) => target === "issued";
    const isExpiry = ({ cause }: Flow) => cause === "credits.expired";
    const brought = flows.filter(({ source }) => source === "issued");
    const causes = [...new Set(brought.map(({ cause }) => cause))];
    const issued = sum(({ source }) => source === "issued");
    return {
      issued,
      issuedBy: causes.map((cause) => ({
        cause,
        credits: sum((flow) => flow.source === "issued" && flow.cause === cause),
      })),
      spent:
        sum(({ source, target }) => source === "wallet" && target !== "issued" && target !== "wallet") -
        sum(({ source, target, isReversal }) => target === "wallet" && source !== "issued" && isReversal),
      expired: sum((flow) => isBack(flow) && isExpiry(flow)),
      takenBack: sum((flow) => isBack(flow) && !isExpiry(flow)),
      inCirculation: debited - credited,
      inWallets: holds((kind) => kind === "wallet"),
      inEscrow: holds((kind) => kind === "escrow"),
    };
  },
});

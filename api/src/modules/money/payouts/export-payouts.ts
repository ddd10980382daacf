import { z } from "zod";
import { audit } from "../../../platform/audit/record.ts";
import { takeTransition } from "../../../platform/flow/engine.ts";
import { operation } from "../../../platform/rpc/operation.ts";
import { type Scope } from "../../../platform/scope/scope.ts";
import { Payout } from "../models/payout.ts";
import { openDetails } from "./bank-details.ts";
import { readAccounts } from "./read-account.ts";

/** What a bank is told of one payout. */
const lineView = z.object({
  id: z.uuid(),
  reference: z.string(),
  memberId: z.uuid(),
  holder: z.string(),
  /** An IBAN, or the number the bank gives the account. */
  number: z.string(),
  bankCode: z.string().nullable(),
  bankName: z.string().nullable(),
  country: z.string(),
  amountMinor: z.int(),
  currency: z.string(),
});

export const exportPayouts = operation({
  summary:
    "Answers the approved payouts to bank accounts with everything a bank needs, and has them on their way. Those that are on their way already are answered again, so that a lost file costs nothing.",
  input: z.strictObject({
    /** All approved ones, the oldest hundred, when not given. */
    ids: z.array(z.uuid()).min(1).max(100).optional(),
  }),
  output: z.object({
    items: z.array(lineView),
    /** Those asked for that are paid otherwise, not approved or at an end. */
    leftOut: z.array(z.uuid()),
  }),
  async run(scope, { ids }) {
    const payouts = await payoutsFor(scope, ids);
    for (const { id, state } of payouts.toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
      if (state !== "approved") continue;
      const outcome = await takeTransition(scope, id, { transition: "send", by: "operator" });
      if (outcome.kind !== "step") throw new Error(`the approved payout ${id} cannot be sent`);
    }
    const accounts = await readAccounts(
      scope,
      payouts.map(({ accountId }) => accountId),
    );
    const items = payouts.flatMap(({ id, reference, memberId, accountId, amountMinor, currency }) => {
      const account = accounts.get(accountId);
      const details = account ? openDetails(scope.tenant.id, account) : null;
      if (!account || !details) return [];
      return [{ id, reference, memberId, ...details, country: account.country, amountMinor, currency }];
    });
    for (const { id } of items) {
      const after = { count: items.length };
      await audit(scope, { action: "money.export_payouts", entity: { kind: "payout", id }, after });
    }
    const told = new Set(items.map(({ id }) => id));
    return { items, leftOut: (ids ?? []).filter((id) => !told.has(id)) };
  },
});

const payoutsFor = (scope: Scope, ids: readonly string[] | undefined): Promise<Payout[]> =>
  ids === undefined
    ? scope.sql<Payout>`
        select * from ${Payout} p where way = 'bank' and state = 'approved' order by created_at, id limit 100 for update`
    : scope.sql<Payout>`
        select * from ${Payout} p
        where way = 'bank' and state in ('approved', 'on_its_way') and id = any(${ids}::uuid[])
        order by created_at, id for update`;

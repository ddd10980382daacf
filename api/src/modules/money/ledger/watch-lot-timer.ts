import { z } from "zod";
import { derivedId } from "../../../platform/ids.ts";
import { announce } from "../../../platform/outbox/announce.ts";
import { type Scope } from "../../../platform/scope/scope.ts";
import { days, plus } from "../../../platform/time.ts";
import { timer } from "../../../platform/timers/timer.ts";
import { LedgerBalance } from "../models/ledger-balance.ts";
import { LedgerLot } from "../models/ledger-lot.ts";
import { warningDays } from "../rules/lot-schedule.ts";
import { issued, wallet } from "./account.ts";
import { lotTimer, watchLot } from "./lot-timers.ts";
import { post } from "./post.ts";
import { transfer } from "./transfer.ts";

interface WatchedLot {
  readonly id: string;
  readonly memberId: string;
  readonly unit: string;
  readonly remaining: number;
  readonly expiresAt: Date | null;
}

/** Warns the owner before a lot expires, and takes what is left of it when it does. What is in escrow by then stays there. */
export const watchLotTimer = timer({
  name: lotTimer,
  payload: z.object({}),
  async run(scope, { subjectId, dueAt }) {
    const [lot] = await scope.sql<WatchedLot>`
      select l.id, b.owner as member_id, b.unit, l.remaining, l.expires_at
      from ${LedgerLot} l join ${LedgerBalance} b on b.id = l.account_id
      where l.id = ${subjectId}`;
    if (!lot?.expiresAt) return;
    const { expiresAt } = lot;
    if (expiresAt <= scope.now) return expire(scope, lot, expiresAt);
    await watchLot(scope, lot.id, expiresAt);
    const daysLeft = warningDays.find((each) => plus(expiresAt, days(-each)).getTime() === dueAt.getTime());
    if (daysLeft !== undefined && lot.remaining > 0) {
      await announce(scope, "credits.expiring", { ...factOf(lot, expiresAt), daysLeft });
    }
  },
});

async function expire(scope: Scope, lot: WatchedLot, expiresAt: Date): Promise<void> {
  const { id: lotId, memberId, unit, remaining: amount } = lot;
  if (amount === 0) return;
  await announce(scope, "credits.expired", factOf(lot, expiresAt));
  // A lot can end more than once, when something comes back to it.
  const id = derivedId("credits.expired", lotId, expiresAt.toISOString());
  const movement = { id, debit: wallet(memberId), credit: issued, unit, amount, fromLot: lotId };
  await post(scope, [{ cause: "credits.expired", transfers: [transfer(movement)] }]);
}

const factOf = ({ id: lotId, memberId, unit, remaining: amount }: WatchedLot, expiresAt: Date) => ({
  lotId,
  memberId,
  unit,
  amount,
  expiresAt,
});

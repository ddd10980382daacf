import { z } from "zod";
import { type Job, job } from "../../../platform/jobs/job.ts";
import { post } from "../ledger/post.ts";
import { type TransferGroup } from "../ledger/transfer.ts";
import { creditPurchase, takeDisputedCredits } from "./credit-purchase.ts";
import { starterCredits } from "./give-starters.ts";
import { qualifyReferral } from "./referrals.ts";

/** What brings members credits by itself. */
export const creditJobs: readonly Job[] = [
  job({
    name: "money.give_starter",
    on: ["member.created"],
    payload: z.object({ memberId: z.uuid() }),
    async run(scope, { memberId }) {
      await post(scope, await starterCredits(scope, [memberId]));
    },
  }),
  job({
    name: "money.credit_purchase",
    on: ["payment.succeeded"],
    payload: z.object({ orderId: z.uuid(), paymentId: z.uuid() }),
    run: creditPurchase,
  }),
  job({
    name: "money.take_disputed_credits",
    on: ["payment.disputed"],
    payload: z.object({
      orderId: z.uuid(),
      disputeId: z.uuid(),
      disputedMinor: z.int(),
      state: z.enum(["open", "won", "lost"]),
    }),
    async run(scope, { state, ...dispute }) {
      if (state === "lost") await takeDisputedCredits(scope, dispute);
    },
  }),
  job({
    name: "money.count_session",
    on: ["booking.completed"],
    payload: z.object({ hostId: z.uuid(), clientId: z.uuid() }),
    async run(scope, { hostId, clientId }) {
      await scope.sql`
        insert into credit_standings as s (tenant_id, member_id, given_sessions, created_at, updated_at)
        values (${scope.tenant.id}, ${hostId}, 1, ${scope.now}, ${scope.now})
        on conflict (tenant_id, member_id) do update
          set given_sessions = s.given_sessions + 1, updated_at = excluded.updated_at`;
      const groups: TransferGroup[] = [];
      for (const memberId of [hostId, clientId].toSorted())
        groups.push(...(await qualifyReferral(scope, memberId)));
      await post(scope, groups);
    },
  }),
];

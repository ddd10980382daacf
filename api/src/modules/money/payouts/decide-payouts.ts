import { z } from "zod";
import { audit } from "../../../platform/audit/record.ts";
import { takeTransition } from "../../../platform/flow/engine.ts";
import { operation } from "../../../platform/rpc/operation.ts";
import { type Scope } from "../../../platform/scope/scope.ts";
import { post } from "../ledger/post.ts";
import { type TransferGroup } from "../ledger/transfer.ts";
import { Payout } from "../models/payout.ts";
import { silenceLimit } from "../rules/look-schedule.ts";
import { mayMark } from "../rules/payout-limits.ts";
import { payoutStates } from "./payout-states.ts";

/** What the team says about payouts, and whether it says why. */
const decisions = {
  approve: false,
  reject: true,
  mark_paid: false,
  mark_failed: true,
  mark_returned: true,
} as const;
type PayoutDecision = keyof typeof decisions;
const names = [
  "approve",
  "reject",
  "mark_paid",
  "mark_failed",
  "mark_returned",
] as const satisfies readonly PayoutDecision[];

const input = z
  .strictObject({
    ids: z.array(z.uuid()).min(1).max(100),
    decision: z.enum(names),
    /** Why; the member reads it. Needed to reject, and to say that a payout failed or came back. */
    reason: z.string().trim().min(1).max(500).optional(),
  })
  .refine(({ decision, reason }) => !decisions[decision] || reason !== undefined, {
    path: ["reason"],
    message: "Say why: the member reads it.",
  });

export const decidePayouts = operation({
  summary:
    "Approves or rejects payouts, or says how those ended that the team pays itself. Each is decided for itself: what cannot be done is answered, and the others are done.",
  input: input.meta({
    example: { ids: ["019a3c77-8b1e-7c31-9d5f-3f6f0a1b2c3d"], decision: "approve" },
  }),
  output: z.object({
    done: z.array(z.uuid()),
    /** Those that cannot take the decision where they stand; null for one that is not there. */
    refused: z.array(z.object({ id: z.uuid(), state: z.enum(payoutStates).nullable() })),
  }),
  async run(scope, { ids, decision, reason }) {
    const postings: TransferGroup[] = [];
    const done: string[] = [];
    const refused: { id: string; state: Payout["state"] | null }[] = [];
    // In one order for everybody: two who decide about the same ones wait for each other and never in a circle.
    for (const id of [...new Set(ids)].toSorted()) {
      const payout = await scope.query(Payout).findById([scope.tenant.id, id]);
      if (payout && (await decide(scope, payout, { decision, reason, postings }))) done.push(id);
      else refused.push({ id, state: payout?.state ?? null });
    }
    await post(scope, postings);
    return { done, refused };
  },
});

async function decide(
  scope: Scope,
  payout: Payout,
  {
    decision,
    reason,
    postings,
  }: {
    readonly decision: PayoutDecision;
    readonly reason: string | undefined;
    readonly postings: TransferGroup[];
  },
): Promise<boolean> {
  const isMark = decision === "mark_paid" || decision === "mark_failed";
  if (isMark && !mayMark(payout, { now: scope.now, silenceMs: silenceLimit })) return false;
  const request = { transition: decision, by: "operator", input: decisions[decision] ? { reason } : {} };
  const outcome = await takeTransition(scope, payout.id, request, { postings });
  if (outcome.kind !== "step") return false;
  const { amountMinor, currency } = payout;
  await audit(scope, {
    action: "money.decide_payouts",
    entity: { kind: "payout", id: payout.id },
    before: { state: outcome.before.state },
    after: { state: outcome.after.state, amountMinor, currency, ...(decisions[decision] && { reason }) },
  });
  return true;
}

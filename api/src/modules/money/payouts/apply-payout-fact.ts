import { closeOperatorTask, openOperatorTask } from "../../../platform/operator-tasks.ts";
import { takeTransition } from "../../../platform/flow/engine.ts";
import { type PayoutFact } from "../../../platform/providers/payouts/port.ts";
import { type Scope } from "../../../platform/scope/scope.ts";
import { Payout } from "../models/payout.ts";

const events = {
  taken: "payout.taken",
  arrived: "payout.arrived",
  refused: "payout.refused",
  came_back: "payout.came_back",
} as const;

/**
 * Applies what a gateway tells of a payout, and posts what follows to the ledger: the last thing of its transaction. A fact that
 * is known already changes nothing; one about a payout of nobody's, or of another way of paying, neither.
 */
export async function applyPayoutFact(scope: Scope, gateway: string, fact: PayoutFact): Promise<void> {
  const { payoutId, gatewayPayoutId, state, note } = fact;
  const payout = await scope.query(Payout).findById([scope.tenant.id, payoutId]);
  if (payout?.way !== gateway) return;
  const short = { kind: "money.payout_short", subjectId: payoutId };
  if (state === "short") {
    const { reference, amountMinor: amount, currency } = payout;
    await scope.query(Payout).findById([scope.tenant.id, payoutId]).patch({ gatewayNote: note });
    return openOperatorTask(scope, { ...short, params: { reference, amount, currency } });
  }
  await closeOperatorTask(scope, short);
  await takeTransition(scope, payoutId, { event: events[state] }, { gatewayPayoutId, gatewayNote: note });
}

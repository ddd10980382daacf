import { threePartJob } from "../../../platform/jobs/job.ts";
import { openOperatorTask } from "../../../platform/operator-tasks.ts";
import {
  type PayoutCommand,
  type PayoutFact,
  type PayoutProvider,
} from "../../../platform/providers/payouts/port.ts";
import { payoutDue } from "../events.ts";
import { Payout } from "../models/payout.ts";
import { PayoutAccount } from "../models/payout-account.ts";
import { applyPayoutFact } from "./apply-payout-fact.ts";
import { payerOfAccount } from "./payout-payer.ts";

interface Sending {
  readonly payouts: PayoutProvider;
  readonly gateway: string;
  readonly command: PayoutCommand;
}

/** Has the gateway pay, or asks it how a payout stands. The payout's id is the key, so a repeat is the same payout. */
export const sendPayout = threePartJob({
  name: "money.send_payout",
  payload: payoutDue,
  on: ["payout.send_due"],
  async prepare(scope, { payoutId }): Promise<Sending | null> {
    const payout = await scope.query(Payout).findById([scope.tenant.id, payoutId]);
    if (!payout || !["approved", "on_its_way", "paid"].includes(payout.state)) return null;
    const account = await scope.query(PayoutAccount).findById([scope.tenant.id, payout.accountId]);
    const payouts = account ? await payerOfAccount(scope, account) : null;
    if (!account?.gatewayAccountId || !payouts) {
      const params = { gateway: payout.way };
      await openOperatorTask(scope, { kind: "money.gateway_disconnected", subjectId: payoutId, params });
      return null;
    }
    const { amountMinor, currency, way: gateway } = payout;
    const { gatewayAccountId } = account;
    const command = { payoutId, key: payoutId, gatewayAccountId, amountMinor, currency };
    return { payouts, gateway, command };
  },
  call: ({ payouts, command }, options): Promise<PayoutFact> => payouts.send(command, options),
  finish: (scope, { gateway }, fact) => applyPayoutFact(scope, gateway, fact),
});

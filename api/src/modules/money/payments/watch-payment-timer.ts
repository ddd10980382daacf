import { z } from "zod";
import { closeOperatorTask, openOperatorTask } from "../../../platform/operator-tasks.ts";
import { announce } from "../../../platform/outbox/announce.ts";
import { plus } from "../../../platform/time.ts";
import { timer } from "../../../platform/timers/timer.ts";
import { Payment } from "../models/payment.ts";
import { Refund } from "../models/refund.ts";
import { silenceLimit } from "../rules/look-schedule.ts";
import { watchPayment, watchTimer } from "./watch-payment.ts";

const silent = "money.gateway_silent";

/** Looks after a payment until it has come to rest: has the gateway asked, sends refunds again, and calls a person after days of silence. */
export const watchPaymentTimer = timer({
  name: watchTimer,
  payload: z.object({ looks: z.int() }),
  async run(scope, { subjectId: paymentId, payload: { looks } }) {
    const payment = await scope.query(Payment).findById([scope.tenant.id, paymentId]);
    if (!payment) return;
    const refunds = await scope.query(Refund).where({ paymentId }).whereIn("state", ["requested", "pending"]);
    const isOpen = payment.status === "pending" || payment.status === "failed";
    if (!isOpen && refunds.length === 0) {
      await closeOperatorTask(scope, { kind: silent, subjectId: paymentId });
      return;
    }
    await announce(scope, "payment.check_due", { paymentId });
    for (const { id, state } of refunds) {
      if (state === "requested") await announce(scope, "refund.requested", { refundId: id });
    }
    const since = refunds.reduce(
      (oldest, { createdAt }) => (createdAt < oldest ? createdAt : oldest),
      scope.now,
    );
    const silentSince = isOpen ? payment.expiresAt : since;
    if (plus(silentSince, silenceLimit) <= scope.now) {
      const { gateway, status } = payment;
      await openOperatorTask(scope, {
        kind: silent,
        subjectId: paymentId,
        params: { gateway, status },
      });
    }
    await watchPayment(scope, payment, looks + 1);
  },
});

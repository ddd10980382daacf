import { threePartJob } from "../../../platform/jobs/job.ts";
import { type ConnectedGateway, findGateway } from "../../../platform/providers/payments/for-tenant.ts";
import {
  type GatewayFact,
  GatewayError,
  type RefundCommand,
} from "../../../platform/providers/payments/port.ts";
import { openOperatorTask } from "../../../platform/operator-tasks.ts";
import { refundRequested } from "../events.ts";
import { Payment } from "../models/payment.ts";
import { Refund } from "../models/refund.ts";
import { applyFacts } from "./apply-facts.ts";

interface RefundOrder {
  readonly connected: ConnectedGateway;
  readonly command: RefundCommand;
}

/** Tells the gateway to send money back. The refund's id is the key, so a repeat is the same refund. */
export const sendRefund = threePartJob({
  name: "money.send_refund",
  payload: refundRequested,
  on: ["refund.requested"],
  async prepare(scope, { refundId }): Promise<RefundOrder | null> {
    const refund = await scope.query(Refund).findById([scope.tenant.id, refundId]);
    if (refund?.state !== "requested") return null;
    const payment = await scope.query(Payment).findById([scope.tenant.id, refund.paymentId]);
    if (!payment) throw new Error(`The payment of refund ${refundId} is gone.`);
    const connected = await findGateway(scope, payment.gateway, payment.connectionId);
    if (!connected) {
      const params = { gateway: payment.gateway };
      await openOperatorTask(scope, { kind: "money.gateway_disconnected", subjectId: refundId, params });
      return null;
    }
    const { id: paymentId, checkoutId, gatewayPaymentId } = payment;
    return {
      connected,
      command: {
        refundId,
        key: refundId,
        payment: { paymentId, checkoutId: checkoutId ?? "", gatewayPaymentId, refundIds: [refundId] },
        amountMinor: refund.amountMinor,
        currency: refund.currency,
      },
    };
  },
  async call({ connected, command }, options): Promise<readonly GatewayFact[]> {
    try {
      return await connected.gateway.refund(command, options);
    } catch (refusal) {
      // Refused for good: the refund has failed, and a person is told. Everything else is tried again.
      if (refusal instanceof GatewayError && refusal.isFinal) return [refused(command)];
      throw refusal;
    }
  },
  async finish(scope, { connected }, facts) {
    await applyFacts(scope, connected.gateway.name, facts);
  },
});

const refused = ({ refundId, payment, amountMinor, currency }: RefundCommand): GatewayFact => ({
  about: "refund",
  paymentId: payment.paymentId,
  gatewayPaymentId: payment.gatewayPaymentId,
  refundId,
  gatewayRefundId: `refused:${refundId}`,
  state: "failed",
  amountMinor,
  currency,
});

import { z } from "zod";
import { type GatewayFact, GatewayError } from "../../platform/providers/payments/port.ts";
import { threePartOperation } from "../../platform/rpc/operation.ts";
import { Payment } from "./models/payment.ts";
import { applyFacts } from "./payments/apply-facts.ts";
import { askGateway, type Question, questionAbout } from "./payments/check-payment.ts";
import { assertMaySee } from "./policy.ts";
import { paymentView } from "./present.ts";
import { readPayment } from "./read-payment.ts";

interface Verification {
  readonly id: string;
  /** Null when there is nothing to ask: the payment has arrived or ended. */
  readonly question: Question | null;
}

export const verifyPayment = threePartOperation({
  summary: "Asks the gateway now how a payment stands, instead of waiting for its event.",
  input: z.strictObject({ id: z.uuid() }),
  output: paymentView,
  async prepare(scope, { id }): Promise<Verification> {
    const payment = await scope.query(Payment).findById([scope.tenant.id, id]);
    assertMaySee(scope.actor, payment);
    const isOpen = payment.status === "pending" || payment.status === "failed";
    return {
      id,
      question: isOpen && payment.checkoutId !== null ? await questionAbout(scope, payment) : null,
    };
  },
  async call({ question }, options): Promise<readonly GatewayFact[]> {
    if (!question) return [];
    try {
      return await askGateway(question, options);
    } catch (refusal) {
      // What is known already is a fair answer; the payment is looked after anyway.
      if (refusal instanceof GatewayError || options.signal.aborted) return [];
      throw refusal;
    }
  },
  async finish(scope, { id, question }, facts) {
    if (question) await applyFacts(scope, question.started.connected.gateway.name, facts);
    return readPayment(scope, id);
  },
});

import { openOperatorTask } from "../../../platform/operator-tasks.ts";
import { threePartJob } from "../../../platform/jobs/job.ts";
import {
  type Checkout,
  type CheckoutCommand,
  GatewayError,
  type GatewayFact,
  type PaymentReference,
} from "../../../platform/providers/payments/port.ts";
import { type CallOptions } from "../../../platform/rpc/operation.ts";
import { type Scope } from "../../../platform/scope/scope.ts";
import { checkDue } from "../events.ts";
import { Payment } from "../models/payment.ts";
import { applyFacts } from "./apply-facts.ts";
import { refundIdsOf } from "./dossier.ts";
import { resumePayment, type StartedPayment } from "./start-payment.ts";

/** What the gateway is to be asked about a payment. */
export interface Question {
  readonly started: StartedPayment;
  readonly gatewayPaymentId: string | null;
  readonly refundIds: readonly string[];
  /** The time to pay is over: the checkout is closed before it is read. */
  readonly isOver: boolean;
}

/** Decides what to ask the gateway about a payment; null, and a task for a person, when it is no longer connected. */
export async function questionAbout(scope: Scope, payment: Payment): Promise<Question | null> {
  const started = await resumePayment(scope, payment);
  if (started) {
    const isOver = payment.capturedAt === null && payment.expiresAt <= scope.now;
    const { gatewayPaymentId } = payment;
    return { started, gatewayPaymentId, refundIds: await refundIdsOf(scope, payment.id), isOver };
  }
  await openOperatorTask(scope, {
    kind: "money.gateway_disconnected",
    subjectId: payment.id,
    params: { gateway: payment.gateway },
  });
  return null;
}

/** Asks the gateway. A checkout whose first answer was lost is found again by its key. */
export async function askGateway(
  { started, gatewayPaymentId, refundIds, isOver }: Question,
  options: CallOptions,
): Promise<readonly GatewayFact[]> {
  const { gateway } = started.connected;
  const { paymentId, command } = started;
  const checkout = started.checkout ?? (await findAgain(started, options));
  if (!checkout) return [neverOpened(command)];
  const { checkoutId } = checkout;
  const reference: PaymentReference = { paymentId, checkoutId, gatewayPaymentId, refundIds };
  return isOver ? gateway.expireCheckout(reference, options) : gateway.getPayment(reference, options);
}

/** The checkout of a stored command; null when there is none and the gateway will not begin it any more. */
async function findAgain(
  { connected, command }: StartedPayment,
  options: CallOptions,
): Promise<Checkout | null> {
  try {
    return await connected.gateway.createCheckout(command, options);
  } catch (refusal) {
    if (refusal instanceof GatewayError && refusal.isFinal) return null;
    throw refusal;
  }
}

const neverOpened = ({ paymentId, amountMinor, currency }: CheckoutCommand): GatewayFact => ({
  about: "payment",
  paymentId,
  checkoutId: null,
  gatewayPaymentId: null,
  state: "expired",
  amountMinor,
  currency,
});

/** Finds out what a gateway forgot to say, or said while nobody listened. */
export const checkPayment = threePartJob({
  name: "money.check_payment",
  payload: checkDue,
  on: ["payment.check_due"],
  async prepare(scope, { paymentId }): Promise<Question | null> {
    const payment = await scope.query(Payment).findById([scope.tenant.id, paymentId]);
    return payment ? questionAbout(scope, payment) : null;
  },
  call: askGateway,
  async finish(scope, { started }, facts) {
    await applyFacts(scope, started.connected.gateway.name, facts);
  },
});

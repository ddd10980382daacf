import { derivedId } from "../../../platform/ids.ts";
import { openOperatorTask } from "../../../platform/operator-tasks.ts";
import { announce } from "../../../platform/outbox/announce.ts";
import { type GatewayFact } from "../../../platform/providers/payments/port.ts";
import { type Scope } from "../../../platform/scope/scope.ts";
import { clearing, gateway } from "../ledger/account.ts";
import { askForReconciliation } from "../ledger/reconcile.ts";
import { transfer } from "../ledger/transfer.ts";
import { isPaidInFull } from "../rules/payment-status.ts";
import { paymentFactOf } from "./announce-payment.ts";
import { addRefund, type Dossier, factsOf, isKept } from "./dossier.ts";

type PaymentFact = Extract<GatewayFact, { about: "payment" }>;

/** Applies how a checkout went. Paid outweighs expired, expired outweighs declined, whichever came first. */
export async function applyPaymentFact(
  scope: Scope,
  dossier: Dossier,
  fact: PaymentFact,
  all: readonly Dossier[],
): Promise<void> {
  const { payment } = dossier;
  payment.checkoutId ??= fact.checkoutId;
  switch (fact.state) {
    case "open":
    case "processing":
      return;
    case "approved":
      // The money is taken by asking for it; an order that ran out is not paid any more.
      if (payment.capturedAt === null && payment.expiredAt === null)
        await announce(scope, "payment.check_due", { paymentId: payment.id });
      return;
    case "paid":
      return capture(scope, dossier, fact, all);
    case "declined":
      if (payment.declinedAt !== null) return;
      payment.declinedAt = scope.now;
      if (payment.capturedAt === null && payment.expiredAt === null) {
        await announce(scope, "payment.failed", paymentFactOf(payment));
      }
      return;
    case "expired":
      if (payment.expiredAt !== null) return;
      payment.expiredAt = scope.now;
      if (payment.capturedAt === null) await announce(scope, "payment.expired", paymentFactOf(payment));
  }
}

async function capture(
  scope: Scope,
  dossier: Dossier,
  fact: PaymentFact,
  all: readonly Dossier[],
): Promise<void> {
  const { payment, postings } = dossier;
  if (payment.capturedAt !== null) {
    const isSame = payment.capturedMinor === fact.amountMinor && payment.capturedCurrency === fact.currency;
    if (!isSame) await askPerson(scope, dossier, fact);
    return;
  }
  payment.capturedMinor = fact.amountMinor;
  payment.capturedCurrency = fact.currency;
  payment.capturedAt = scope.now;
  await askForReconciliation(scope);
  const id = derivedId("payment.captured", payment.id);
  const [debit, credit] = [gateway(payment.gateway), clearing(payment.gateway)];
  postings.push({
    cause: "payment.captured",
    orderId: payment.orderId,
    paymentId: payment.id,
    transfers: [transfer({ id, debit, credit, unit: fact.currency, amount: fact.amountMinor })],
  });
  if (!isPaidInFull(factsOf(dossier))) {
    await askPerson(scope, dossier, fact);
    await announce(scope, "payment.flagged", paymentFactOf(payment));
  } else if (all.some((other) => other !== dossier && isPayingFor(other))) {
    payment.isDuplicate = true;
    await addRefund(scope, dossier, { key: "duplicate", amountMinor: fact.amountMinor, reason: "duplicate" });
  } else {
    await announce(scope, "payment.succeeded", paymentFactOf(payment));
  }
}

/** Whether the order is paid by this payment already. */
const isPayingFor = (dossier: Dossier): boolean => isKept(dossier) && dossier.payment.status !== "refunded";

const askPerson = (
  scope: Scope,
  { payment }: Dossier,
  { amountMinor, currency }: PaymentFact,
): Promise<void> =>
  openOperatorTask(scope, {
    kind: "money.amount_differs",
    subjectId: payment.id,
    params: {
      asked: payment.amountMinor,
      askedCurrency: payment.currency,
      paid: amountMinor,
      paidCurrency: currency,
    },
  });

import { checkLedger } from "../../src/modules/money/check-ledger.ts";
import { LedgerBalance } from "../../src/modules/money/models/ledger-balance.ts";
import { LedgerTransfer } from "../../src/modules/money/models/ledger-transfer.ts";
import { Payment } from "../../src/modules/money/models/payment.ts";
import { PaymentDispute } from "../../src/modules/money/models/payment-dispute.ts";
import { Refund } from "../../src/modules/money/models/refund.ts";
import { receiveEvent } from "../../src/modules/money/payments/receive-event.ts";
import { requestRefund } from "../../src/modules/money/payments/request-refund.ts";
import { type MoneyHouse, newTenant } from "../../src/modules/money/testing.ts";
import { wallClock } from "../../src/platform/clock.ts";
import { newId } from "../../src/platform/ids.ts";
import { type GatewayFact } from "../../src/platform/providers/payments/port.ts";
import { type Tenant } from "../../src/platform/scope/tenant.ts";
import { type PayCounter } from "../pay-counter.ts";

/** What a gateway can tell of one payment. Ours: a refund we asked for; outside: one somebody made at the gateway. */
const facts = [
  "processing",
  "declined",
  "expired",
  "paid",
  "refund pending",
  "refund",
  "refund failed",
  "outside refund pending",
  "outside refund",
  "total",
  "dispute open",
  "dispute won",
  "dispute lost",
] as const;

export type Facts = readonly (typeof facts)[number][];

/** A payment in a site of its own, to be told about. */
export interface ToldPayment {
  readonly tenant: Tenant;
  readonly paymentId: string;
  readonly tell: (fact: Facts[number]) => Promise<void>;
}

/** Every order of a few things. */
export function orderingsOf<Told>(told: readonly Told[]): (readonly Told[])[] {
  if (told.length <= 1) return [told];
  return told.flatMap((first, index) =>
    orderingsOf(told.toSpliced(index, 1)).map((rest) => [first, ...rest]),
  );
}

/** Makes a payment. A refund of ours is only asked for once it is paid, so a history with one begins there. */
export async function preparePayment(
  house: MoneyHouse,
  counter: PayCounter,
  told: Facts,
): Promise<ToldPayment> {
  const tenant = newTenant();
  const { paymentId, orderId } = await counter.checkOut({}, { tenant });
  let refundId: string | null = null;
  const tell = async (fact: Facts[number]) => {
    const event = {
      id: `evt ${fact} ${newId(wallClock())}`,
      type: fact,
      facts: [factOf(fact, paymentId, refundId)],
    };
    await house.transact(
      (scope) => receiveEvent(scope, { gateway: "test", connectionId: tenant.id, event }),
      { tenant },
    );
  };
  if (told.some((fact) => fact.startsWith("refund"))) {
    await tell("paid");
    const request = { orderId, amountMinor: 1000, reason: "cancelled", key: "1" } as const;
    const [refund] = await house.transact((scope) => requestRefund(scope, request), { tenant });
    refundId = refund!.id;
  }
  return { tenant, paymentId, tell };
}

/** Everything that must not depend on the order: rows without their times, balances, and whether the books are sound. */
export async function finalState(house: MoneyHouse, { tenant, paymentId }: ToldPayment): Promise<string> {
  return house.inspect(
    async (scope) => {
      const state = {
        payment: await scope.read`
          select status, captured_minor, captured_currency, refunded_minor, reported_refunds_minor, gateway_payment_id is not null as is_known,
            declined_at is null as was_not_declined, expired_at is null as was_not_expired
          from ${Payment} p where id = ${paymentId}`,
        refunds: await scope.read`
          select amount_minor, state, origin, is_settled from ${Refund} r order by origin, amount_minor`,
        disputes: await scope.read`select amount_minor, state from ${PaymentDispute} d`,
        balances: await scope.read`
          select kind, unit, credits_posted - debits_posted as minor from ${LedgerBalance} b order by kind, unit`,
        captures: await scope.read`select count(*) from ${LedgerTransfer} t where cause = 'payment.captured'`,
        books: await checkLedger.run(scope, {}).then(({ isSound }) => isSound),
      };
      return JSON.stringify(state).replaceAll(/\{"kind":"\w+","unit":"EUR","minor":0\},?/g, "");
    },
    { tenant },
  );
}

function factOf(fact: Facts[number], paymentId: string, refundId: string | null): GatewayFact {
  const charge = `ch_${paymentId}`;
  const payment = {
    about: "payment",
    paymentId,
    checkoutId: "c",
    gatewayPaymentId: null,
    amountMinor: 5000,
    currency: "EUR",
  } as const;
  const refund = { about: "refund", currency: "EUR", gatewayPaymentId: charge } as const;
  const ours = { ...refund, paymentId, refundId, gatewayRefundId: "re_1", amountMinor: 1000 };
  // Like a real gateway's, these name the charge and not our payment.
  const outside = { ...refund, paymentId: null, refundId: null, gatewayRefundId: "re_2", amountMinor: 700 };
  const dispute = {
    about: "dispute",
    paymentId: null,
    gatewayPaymentId: charge,
    gatewayDisputeId: "dp_1",
    amountMinor: 5000,
    currency: "EUR",
  } as const;
  switch (fact) {
    case "processing":
    case "declined":
    case "expired":
      return { ...payment, state: fact };
    case "paid":
      return { ...payment, gatewayPaymentId: charge, state: fact };
    case "refund pending":
      return { ...ours, state: "pending" };
    case "refund":
      return { ...ours, state: "succeeded" };
    case "refund failed":
      return { ...ours, state: "failed" };
    case "outside refund pending":
      return { ...outside, state: "pending" };
    case "outside refund":
      return { ...outside, state: "succeeded" };
    case "total":
      return {
        about: "refundedTotal",
        paymentId: null,
        gatewayPaymentId: charge,
        amountMinor: 1700,
        currency: "EUR",
      };
    case "dispute open":
      return { ...dispute, state: "open" };
    case "dispute won":
      return { ...dispute, state: "won" };
    case "dispute lost":
      return { ...dispute, state: "lost" };
  }
}

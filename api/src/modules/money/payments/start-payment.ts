import { siteOf } from "../../tenancy/index.ts";
import { audit } from "../../../platform/audit/record.ts";
import { wallClock } from "../../../platform/clock.ts";
import { newId } from "../../../platform/ids.ts";
import { announce } from "../../../platform/outbox/announce.ts";
import {
  type ConnectedGateway,
  findGateway,
  notifyUrl,
} from "../../../platform/providers/payments/for-tenant.ts";
import {
  type Checkout,
  type CheckoutCommand,
  GatewayError,
} from "../../../platform/providers/payments/port.ts";
import { type CallOptions } from "../../../platform/rpc/operation.ts";
import { type Scope } from "../../../platform/scope/scope.ts";
import { hours, minutes, plus } from "../../../platform/time.ts";
import { failure } from "../errors.ts";
import { Payment } from "../models/payment.ts";
import { deviceOf } from "../rules/device.ts";
import { openDossiers } from "./dossier.ts";
import { chosenGateway } from "./pay-gateways.ts";
import { assertOwnSite } from "./own-site.ts";
import { returnUrlOf } from "./return-code.ts";
import { watchPayment } from "./watch-payment.ts";

/** How long a lost answer may delay the gateway's beginning of a checkout. */
const retryMinutes = 5;

/** What is to be paid, by whom, and where the payer comes back to. */
export interface PaymentRequest {
  readonly orderId: string;
  /** One of the two at least. */
  readonly payer: { readonly memberId: string | null; readonly visitorId: string | null };
  /** The members who earn by it; they may see the payment. */
  readonly payeeIds: readonly string[];
  readonly amountMinor: number;
  readonly currency: string;
  /** What is bought, as the payer reads it at the gateway; 1 to 200 characters, no personal data. */
  readonly description: string;
  /** A page of the site. The way back carries a code that identifies the order once. */
  readonly returnUrl: string;
  /** How long the payer has, in minutes; stretched to what the gateway allows. */
  readonly minutes: number;
  /** The gateway the payer chose, of `payGatewaysOf`; without one the first that has a page. */
  readonly gateway?: string | undefined;
}

/** A stored payment, ready for `openCheckout`. */
export interface StartedPayment {
  readonly paymentId: string;
  /** When the checkout closes, in business time. What is kept for the payer must be kept a little longer. */
  readonly expiresAt: Date;
  readonly connected: ConnectedGateway;
  readonly command: CheckoutCommand;
  /** Known already when the payer comes a second time. */
  readonly checkout: Checkout | null;
}

/**
 * First of three parts: stores what will be asked of the gateway. An order that waits for a payment already gets the same one
 * again. Refuses an order that is paid, a currency or amount the gateway does not take, and ways back to foreign sites.
 */
export async function startPayment(scope: Scope, request: PaymentRequest): Promise<StartedPayment> {
  assertOwnSite(scope, request.returnUrl);
  const dossiers = await openDossiers(scope, [request.orderId]);
  const payments = dossiers.map(({ payment }) => payment);
  if (payments.some(isPaid)) throw failure("money.already_paid");
  const open = payments.find(({ status }) => status === "pending" || status === "failed");
  const connected = await chosenGateway(scope, request);
  if (open && isSame(open, request, scope.now) && isAt(open, connected)) {
    const found = await resumePayment(scope, open);
    if (found && canBeOpened(found)) return found;
  }
  if (open) await supersede(scope, open);

  const payment = await scope.query(Payment).insertAndFetch({
    ...columnsOf(scope, request, connected),
    id: newId(scope.now),
  });
  const { id, orderId, amountMinor, currency, gateway } = payment;
  const after = { orderId, amountMinor, currency, gateway, status: payment.status };
  await audit(scope, { action: "money.start_payment", entity: { kind: "payment", id }, after });
  await watchPayment(scope, payment);
  return started(scope, payment, connected);
}

/** Second part, outside any transaction: the gateway's checkout. Safe to repeat. */
export async function openCheckout(
  { connected, command, checkout }: StartedPayment,
  options: CallOptions,
): Promise<Checkout> {
  if (checkout) return checkout;
  try {
    return await connected.gateway.createCheckout(command, options);
  } catch (refusal) {
    if (refusal instanceof GatewayError && refusal.isFinal) throw failure("money.gateway_refused");
    if (refusal instanceof GatewayError || options.signal.aborted) throw failure("money.gateway_unavailable");
    throw refusal;
  }
}

/** Third part: keeps where the payer goes. */
export async function finishPayment(
  scope: Scope,
  { paymentId, expiresAt }: StartedPayment,
  { checkoutId, url }: Checkout,
): Promise<{ paymentId: string; url: string; expiresAt: Date }> {
  await scope.query(Payment).findById([scope.tenant.id, paymentId]).patch({ checkoutId, checkoutUrl: url });
  return { paymentId, url, expiresAt };
}

/** The stored payment again, for the gateway to be asked what became of it; null when it is no longer connected. */
export async function resumePayment(scope: Scope, payment: Payment): Promise<StartedPayment | null> {
  const connected = await findGateway(scope, payment.gateway, payment.connectionId);
  return connected && started(scope, payment, connected);
}

/**
 * Ends a checkout that another one takes the place of, and has it closed at the gateway. A payer who was faster has paid twice
 * then, and the second payment goes back by itself.
 */
async function supersede(scope: Scope, { id }: Payment): Promise<void> {
  const ended = { status: "expired", expiredAt: scope.now, expiresAt: scope.now } as const;
  await scope.query(Payment).findById([scope.tenant.id, id]).patch(ended);
  await announce(scope, "payment.check_due", { paymentId: id });
}

function started(scope: Scope, payment: Payment, connected: ConnectedGateway): StartedPayment {
  const { id, expiresAt, checkoutId, checkoutUrl } = payment;
  return {
    paymentId: id,
    expiresAt,
    connected,
    command: {
      paymentId: id,
      key: id,
      amountMinor: payment.amountMinor,
      currency: payment.currency,
      description: payment.description,
      returnUrl: returnUrlOf(scope.tenant, payment),
      notifyUrl: notifyUrl(scope.tenant, connected),
      locale: payment.locale,
      device: payment.device,
      closesAt: payment.checkoutClosesAt.toISOString(),
    },
    checkout: checkoutId !== null && checkoutUrl !== null ? { checkoutId, url: checkoutUrl } : null,
  };
}

/** Whether a payment lies with the gateway that is asked for now. */
const isAt = ({ connectionId }: Payment, connected: ConnectedGateway): boolean =>
  connectionId === connected.connectionId;

function columnsOf(scope: Scope, request: PaymentRequest, { gateway, connectionId }: ConnectedGateway) {
  const { orderId, payer, payeeIds, amountMinor, currency, description, returnUrl } = request;
  const { takes, minimumMinor, minMinutes, maxMinutes } = gateway.capabilities;
  if (!takes(currency)) throw failure("money.currency_not_supported", { currency });
  const minimum = minimumMinor(currency);
  if (amountMinor < minimum) throw failure("money.amount_too_small", { minimum, currency });
  // The gateway measures from when it is asked, which a lost first answer may put off by minutes.
  const open = Math.min(Math.max(request.minutes, minMinutes + retryMinutes), maxMinutes);
  return {
    orderId,
    payerMemberId: payer.memberId,
    payerVisitorId: payer.visitorId,
    payeeIds: [...payeeIds],
    amountMinor,
    currency,
    description,
    locale: (scope.request.locale || siteOf(scope.tenant).locale).slice(0, 35),
    returnUrl,
    device: deviceOf(scope.request.userAgent),
    returnCodeUntil: plus(wallClock(), hours(24)),
    gateway: gateway.name,
    connectionId,
    checkoutClosesAt: plus(wallClock(), minutes(open)),
    status: "pending" as const,
    expiresAt: plus(scope.now, minutes(open)),
  };
}

const isPaid = ({ capturedAt, isDuplicate, status }: Payment): boolean =>
  capturedAt !== null && !isDuplicate && status !== "refunded";

const isSame = (payment: Payment, { amountMinor, currency }: PaymentRequest, now: Date): boolean =>
  payment.amountMinor === amountMinor && payment.currency === currency && payment.expiresAt > now;

/** Whether the gateway has opened the checkout, or can still do it. */
function canBeOpened({ checkout, command, connected }: StartedPayment): boolean {
  const { minMinutes } = connected.gateway.capabilities;
  return checkout !== null || plus(wallClock(), minutes(minMinutes)) <= new Date(command.closesAt);
}

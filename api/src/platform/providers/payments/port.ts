import { type IncomingHttpHeaders } from "node:http";
import { type CallOptions } from "../../rpc/operation.ts";
import { type PayoutFact, type PayoutProvider } from "../payouts/port.ts";

/** A payment to be made on the gateway's own page. Sent again with the same key it is the same checkout. */
export interface CheckoutCommand {
  /** Our id of the payment; the gateway carries it along and names it in every event. */
  readonly paymentId: string;
  readonly key: string;
  readonly amountMinor: number;
  /** ISO 4217. */
  readonly currency: string;
  /** What is bought, as the payer reads it. */
  readonly description: string;
  /** Where the payer comes back to, having paid or not. */
  readonly returnUrl: string;
  /** Where the gateway sends its events. */
  readonly notifyUrl: string;
  /** The language of the page, such as `zh-CN`. */
  readonly locale: string;
  /** What the payer holds in their hands; some gateways have a page of its own for phones. */
  readonly device: "desktop" | "phone";
  /** Until when it can be paid: an instant of the wall clock, within the gateway's limits. */
  readonly closesAt: string;
}

/** A checkout the payer can be sent to. */
export interface Checkout {
  readonly checkoutId: string;
  /** The gateway's page, or what its app scans; `capabilities.opensBy` says which. */
  readonly url: string;
}

/** How one payment is found at the gateway. */
export interface PaymentReference {
  readonly paymentId: string;
  readonly checkoutId: string;
  /** The gateway's own id of the money, once it moved. */
  readonly gatewayPaymentId: string | null;
  /** Our ids of its refunds: some gateways tell of a refund only to those who name it. */
  readonly refundIds: readonly string[];
}

/** Money to be sent back. Sent again with the same key it is the same refund. */
export interface RefundCommand {
  /** Our id of the refund; the gateway carries it along. */
  readonly refundId: string;
  readonly key: string;
  readonly payment: PaymentReference;
  readonly amountMinor: number;
  readonly currency: string;
}

/**
 * Something true about a payment, as a gateway tells it. Facts only ever add up: told twice or in any order, the same facts
 * lead to the same end. So `declined` means that one attempt failed, not that the payment did.
 */
export type GatewayFact =
  | {
      readonly about: "payment";
      readonly paymentId: string | null;
      readonly checkoutId: string | null;
      readonly gatewayPaymentId: string | null;
      /**
       * `open`: nothing yet; `approved`: the payer agreed, and the gateway moves the money when it is asked next; `processing`: the
       * payer did their part; `expired`: can no longer be paid.
       */
      readonly state: "open" | "approved" | "processing" | "declined" | "expired" | "paid";
      /** What was paid, for `paid`; what was asked otherwise. */
      readonly amountMinor: number;
      readonly currency: string;
    }
  | {
      readonly about: "refund";
      readonly paymentId: string | null;
      readonly gatewayPaymentId: string | null;
      /** Ours; null for a refund somebody made at the gateway. */
      readonly refundId: string | null;
      readonly gatewayRefundId: string;
      readonly state: "pending" | "succeeded" | "failed";
      readonly amountMinor: number;
      readonly currency: string;
    }
  | {
      readonly about: "refundedTotal";
      readonly paymentId: string | null;
      readonly gatewayPaymentId: string;
      readonly amountMinor: number;
      readonly currency: string;
    }
  | {
      readonly about: "dispute";
      readonly paymentId: string | null;
      readonly gatewayPaymentId: string | null;
      readonly gatewayDisputeId: string;
      readonly state: "open" | "won" | "lost";
      readonly amountMinor: number;
      readonly currency: string;
    };

/** A verified event: who sent it is beyond doubt. */
export interface GatewayEvent {
  /** The gateway's id of the event; a repeat carries the same one. */
  readonly id: string;
  readonly type: string;
  readonly facts: readonly GatewayFact[];
  /** What it tells of a payout to a member; left out by events about what members pay. */
  readonly payout?: PayoutFact;
}

/** An inbound request as it arrived. Signatures cover the exact bytes. */
export interface InboundRequest {
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** What a gateway can do and within which limits. */
export interface GatewayCapabilities {
  /** Whether it takes payments in a currency. */
  readonly takes: (currency: string) => boolean;
  /** The smallest payment it takes. */
  readonly minimumMinor: (currency: string) => number;
  /** How short and how long a checkout can stay open, from the moment the gateway is asked for it. */
  readonly minMinutes: number;
  readonly maxMinutes: number;
  /** Whether real money moves. */
  readonly isLive: boolean;
  /** Whether the payer is sent to a page, or scans a code with the gateway's app. */
  readonly opensBy: "page" | "code";
  /** What the gateway wants to read in answer to an event, to the letter; null when any success will do. */
  readonly acknowledgement: string | null;
}

/** One merchant account at one payment gateway. Every call may be repeated after a crash. */
export interface PaymentGateway {
  /** As in the path of its events: `test`, `stripe`, `alipay`. */
  readonly name: string;
  readonly capabilities: GatewayCapabilities;
  /** How it pays members from the site's account; left out by a gateway that only takes payments. */
  readonly payouts?: PayoutProvider;
  createCheckout(command: CheckoutCommand, options: CallOptions): Promise<Checkout>;
  /** Everything the gateway knows of the payment, refunds and disputes included. */
  getPayment(payment: PaymentReference, options: CallOptions): Promise<readonly GatewayFact[]>;
  /** Closes a checkout, so that it cannot be paid any more, and answers like `getPayment`: the payer may have been faster. */
  expireCheckout(payment: PaymentReference, options: CallOptions): Promise<readonly GatewayFact[]>;
  refund(command: RefundCommand, options: CallOptions): Promise<readonly GatewayFact[]>;
  /** Reads an event. Throws `EventRefused` unless this gateway signed these bytes within five minutes of `now`, before or after. */
  verifyEvent(request: InboundRequest, now: Date): GatewayEvent | Promise<GatewayEvent>;
}

/** The gateway could not be asked, or refused. `isFinal` says that asking again will not help. */
export class GatewayError extends Error {
  override readonly name = "GatewayError";
  readonly isFinal: boolean;

  constructor(message: string, { isFinal, cause }: { isFinal: boolean; cause?: unknown }) {
    super(message, { cause });
    this.isFinal = isFinal;
  }
}

/** An event that did not come from the gateway, or too long ago to be believed. */
export class EventRefused extends Error {
  override readonly name = "EventRefused";
}

/** How far the time in a signature may lie from ours, before or after. */
export const eventToleranceMs = 300_000;

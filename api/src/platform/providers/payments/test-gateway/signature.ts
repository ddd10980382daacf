import { createHmac } from "node:crypto";
import { z } from "zod";
import { fingerprint, isSameSecret } from "../../../secrets.ts";
import {
  EventRefused,
  eventToleranceMs,
  type GatewayEvent,
  type GatewayFact,
  type InboundRequest,
} from "../port.ts";

export const signatureHeader = "test-gateway-signature";

const minor = z.int();
const id = z.string().max(255);
const amounts = { amountMinor: minor, currency: z.string().length(3) };
const fact: z.ZodType<GatewayFact> = z.discriminatedUnion("about", [
  z.strictObject({
    about: z.literal("payment"),
    paymentId: z.uuid().nullable(),
    checkoutId: id.nullable(),
    gatewayPaymentId: id.nullable(),
    state: z.enum(["open", "processing", "declined", "expired", "paid"]),
    ...amounts,
  }),
  z.strictObject({
    about: z.literal("refund"),
    paymentId: z.uuid().nullable(),
    gatewayPaymentId: id.nullable(),
    refundId: z.uuid().nullable(),
    gatewayRefundId: id,
    state: z.enum(["pending", "succeeded", "failed"]),
    ...amounts,
  }),
  z.strictObject({
    about: z.literal("refundedTotal"),
    paymentId: z.uuid().nullable(),
    gatewayPaymentId: id,
    ...amounts,
  }),
  z.strictObject({
    about: z.literal("dispute"),
    paymentId: z.uuid().nullable(),
    gatewayPaymentId: id.nullable(),
    gatewayDisputeId: id,
    state: z.enum(["open", "won", "lost"]),
    ...amounts,
  }),
]);

const event = z.strictObject({ id, type: z.string().max(60), facts: z.array(fact).max(20) });

/** The secret a merchant of the test gateway checks its events with. */
const secretOf = (merchantId: string): string => fingerprint("test gateway events", merchantId);

/** The signature of an event's bytes at a moment: `t=<seconds>,v1=<hex>`. */
export function signEvent(merchantId: string, body: string, at: Date): string {
  const seconds = Math.floor(at.getTime() / 1000);
  return `t=${seconds},v1=${mac(merchantId, seconds, body)}`;
}

/** Reads an event, or refuses it. */
export function readEvent(merchantId: string, { headers, body }: InboundRequest, now: Date): GatewayEvent {
  const sent = headers[signatureHeader];
  const [, seconds = "", signature = ""] =
    /^t=(\d{1,12}),v1=([0-9a-f]{64})$/.exec(typeof sent === "string" ? sent : "") ?? [];
  if (signature === "") throw new EventRefused("no signature");
  if (Math.abs(now.getTime() - Number(seconds) * 1000) > eventToleranceMs)
    throw new EventRefused("signed too long ago, or ahead of time");
  const text = body.toString("utf8");
  if (!isSameSecret(mac(merchantId, Number(seconds), text), signature))
    throw new EventRefused("another signature");
  const read = event.safeParse(parseJson(text));
  if (!read.success) throw new EventRefused("signed, but no event");
  return read.data;
}

const mac = (merchantId: string, seconds: number, body: string): string =>
  createHmac("sha256", secretOf(merchantId)).update(`${seconds}.${body}`).digest("hex");

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

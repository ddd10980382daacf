import { createPublicKey, verify } from "node:crypto";
import { z } from "zod";
import { type InboundRequest } from "../payments/port.ts";
import { jsonIn } from "../vendor-call.ts";
import { isTimely, type MailEvent, MailEventRefused, type MailEventReader } from "./events.ts";
import { tenantMark } from "./port.ts";

const eventsSchema = z.array(
  z.looseObject({
    event: z.string(),
    sg_event_id: z.string().min(1).max(200),
    email: z.string().max(320),
    /** Of a bounce: `bounce` is for ever, `blocked` is not. */
    type: z.string().optional(),
    reason: z.string().optional(),
    [tenantMark]: z.string().optional(),
  }),
);

type SendGridEvent = z.infer<typeof eventsSchema>[number];

/** SendGrid's signed event webhook: ECDSA over the time and the bytes as they came. */
export const sendGridEvents = (verificationKey: string): MailEventReader => ({
  async read(request, { tenantId, now }) {
    assertSigned(request, verificationKey, now);
    const events = eventsSchema.safeParse(jsonIn(request.body.toString("utf8")));
    if (!events.success) throw new MailEventRefused("These are no events of SendGrid.");
    return events.data
      .filter((event) => (event[tenantMark] ?? tenantId) === tenantId)
      .flatMap((event) => mailEventOf(event) ?? []);
  },
});

/** Whether a text is a key that can verify events, as SendGrid's settings show it. */
export function isVerificationKey(text: string): boolean {
  try {
    return publicKeyOf(text).asymmetricKeyType === "ec";
  } catch {
    // Asking is the only way to know.
    return false;
  }
}

const publicKeyOf = (text: string) =>
  createPublicKey({ key: Buffer.from(text, "base64"), format: "der", type: "spki" });

function assertSigned({ headers, body }: InboundRequest, verificationKey: string, now: Date): void {
  const signature = headers["x-twilio-email-event-webhook-signature"];
  const timestamp = headers["x-twilio-email-event-webhook-timestamp"];
  if (typeof signature !== "string" || typeof timestamp !== "string" || !/^\d{9,12}$/.test(timestamp))
    throw new MailEventRefused("Not signed.");
  if (!isTimely(new Date(Number(timestamp) * 1000), now))
    throw new MailEventRefused("Signed at another time.");
  const signed = Buffer.concat([Buffer.from(timestamp), body]);
  if (!verify("sha256", signed, publicKeyOf(verificationKey), Buffer.from(signature, "base64")))
    throw new MailEventRefused("Signed by somebody else.");
}

function mailEventOf({ event, sg_event_id: id, email, type, reason = "" }: SendGridEvent): MailEvent | null {
  const of = (why: MailEvent["reason"]): MailEvent => ({ id, address: email, reason: why, detail: reason });
  if (event === "bounce") return type === "blocked" ? null : of("bounce");
  if (event === "spamreport") return of("complaint");
  // SendGrid keeps a list of its own and names what an address is on it for.
  if (event === "dropped" && /^bounced address/i.test(reason)) return of("bounce");
  if (event === "dropped" && /^spam reporting address/i.test(reason)) return of("complaint");
  return null;
}

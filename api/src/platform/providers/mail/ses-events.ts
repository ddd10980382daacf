import { z } from "zod";
import { jsonIn } from "../vendor-call.ts";
import { type MailEvent, type MailEventReader } from "./events.ts";
import { tenantMark } from "./port.ts";
import { confirmSubscription, readSnsMessage, type SnsOptions } from "./sns.ts";

const address = z.string().max(320);
const recipient = z.object({ emailAddress: address, diagnosticCode: z.string().optional() });
const mail = z.object({ tags: z.record(z.string(), z.array(z.string())).optional() }).optional();

// An identity's feedback names its kind `notificationType`, a configuration set's events `eventType`.
const kinds = z.object({ notificationType: z.string().optional(), eventType: z.string().optional(), mail });
const bounceSchema = z.object({
  bounce: z.object({ bounceType: z.string(), bouncedRecipients: z.array(recipient).max(100) }),
});
const complaintSchema = z.object({
  complaint: z.object({
    complainedRecipients: z.array(recipient).max(100),
    complaintFeedbackType: z.string().nullish(),
  }),
});

/** Bounces and complaints of SES, which come as messages of an SNS topic. Says yes when the topic asks whether they are wanted. */
export const sesEvents = (topic: Omit<SnsOptions, "signal">): MailEventReader => ({
  async read({ body }, { tenantId, now, signal }) {
    const options = { ...topic, signal };
    const message = await readSnsMessage(body, now, options);
    if (message.Type === "SubscriptionConfirmation") await confirmSubscription(message, options);
    if (message.Type !== "Notification") return [];
    const told = jsonIn(message.Message);
    const { notificationType, eventType, mail: about } = kinds.catch({}).parse(told);
    const [owner = tenantId] = about?.tags?.[tenantMark] ?? [];
    if (owner !== tenantId) return [];
    const kind = notificationType ?? eventType;
    if (kind === "Bounce") return bounces(message.MessageId, told);
    return kind === "Complaint" ? complaints(message.MessageId, told) : [];
  },
});

function bounces(messageId: string, told: unknown): readonly MailEvent[] {
  const { data } = bounceSchema.safeParse(told);
  if (data?.bounce.bounceType !== "Permanent") return [];
  return data.bounce.bouncedRecipients.map(({ emailAddress, diagnosticCode = "" }) => ({
    id: `${messageId}/${emailAddress}`,
    address: emailAddress,
    reason: "bounce",
    detail: diagnosticCode,
  }));
}

function complaints(messageId: string, told: unknown): readonly MailEvent[] {
  const { data } = complaintSchema.safeParse(told);
  // Somebody took a mail out of the spam folder again.
  if (!data || data.complaint.complaintFeedbackType === "not-spam") return [];
  const { complainedRecipients, complaintFeedbackType } = data.complaint;
  return complainedRecipients.map(({ emailAddress }) => ({
    id: `${messageId}/${emailAddress}`,
    address: emailAddress,
    reason: "complaint",
    detail: complaintFeedbackType ?? "",
  }));
}

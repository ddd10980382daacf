import { generateKeyPairSync, sign } from "node:crypto";
import { z } from "zod";
import { type Received } from "./smtp-sink.ts";
import { type ServedAnswer, type ServedCall, VendorServer } from "./vendor-server.ts";

const address = z.strictObject({ email: z.string(), name: z.string().optional() });

const mailSchema = z.strictObject({
  personalizations: z.array(z.strictObject({ to: z.array(address).min(1) })).min(1),
  from: address,
  reply_to: address.optional(),
  subject: z.string().min(1),
  content: z.array(z.strictObject({ type: z.string().min(1), value: z.string().min(1) })).min(1),
  attachments: z
    .array(
      z.strictObject({
        content: z.base64(),
        type: z.string(),
        filename: z.string(),
        disposition: z.enum(["attachment", "inline"]),
      }),
    )
    .optional(),
  headers: z.record(z.string(), z.string()).optional(),
  custom_args: z.record(z.string(), z.string()).optional(),
  tracking_settings: z.record(z.string(), z.object({ enable: z.boolean() }).loose()).optional(),
});

// From SendGrid's list of headers that a mail may not set itself.
const reserved =
  /^(x-sg-id|x-sg-eid|received|dkim-signature|content-type|content-transfer-encoding|to|from|subject|reply-to|cc|bcc)$/i;
const mostBytes = 30 * 1024 * 1024;

const refusal = (status: number, message: string, field: string | null = null): ServedAnswer => ({
  status,
  body: { errors: [{ message, field, help: null }] },
});

/** SendGrid's Mail Send v3, the scopes of a key, and event webhooks signed as SendGrid signs them. */
export class SendGridServer extends VendorServer {
  readonly apiKey = "SG.local-willow.lantern-19-quay";
  scopes = ["mail.send", "user.webhooks.event.settings.read"];
  readonly mails: (Received & { readonly marks: Readonly<Record<string, string>> })[] = [];
  readonly #keys = generateKeyPairSync("ec", { namedCurve: "prime256v1" });

  /** The key that verifies its events, as its settings page shows it. */
  get verificationKey(): string {
    return this.#keys.publicKey.export({ type: "spki", format: "der" }).toString("base64");
  }

  /** The headers of a webhook with these bytes, signed now unless told. */
  signed(body: string, timestamp = String(Math.floor(Date.now() / 1000))): Record<string, string> {
    const signature = sign("sha256", Buffer.from(timestamp + body), this.#keys.privateKey);
    return {
      "content-type": "application/json",
      "x-twilio-email-event-webhook-signature": signature.toString("base64"),
      "x-twilio-email-event-webhook-timestamp": timestamp,
    };
  }

  protected answer({ call, body, authorization, whole }: ServedCall): ServedAnswer {
    if (authorization !== `Bearer ${this.apiKey}`)
      return refusal(401, "The provided authorization grant is invalid, expired, or revoked");
    if (call === "GET /v3/scopes") return { status: 200, body: { scopes: this.scopes } };
    if (call !== "POST /v3/mail/send") return refusal(404, "not found");
    if (!this.scopes.includes("mail.send")) return refusal(403, "access forbidden");
    if (whole.bytes.length > mostBytes) return refusal(413, "Payload too large");
    const read = mailSchema.safeParse(body);
    if (!read.success) return refusal(400, "Bad Request", read.error.issues[0]!.path.join("."));
    const mail = read.data;
    const fault = faultOf(mail);
    if (fault) return fault;
    this.#keep(mail);
    return { status: 202, headers: { "x-message-id": `sg-${this.mails.length}` } };
  }

  #keep(mail: z.infer<typeof mailSchema>): void {
    const to = mail.personalizations[0]!.to[0]!;
    const named = ({ email, name = "" }: z.infer<typeof address>) => `${name} <${email}>`;
    const headers = [
      `From: ${named(mail.from)}`,
      `To: ${named(to)}`,
      `Subject: ${mail.subject}`,
      ...Object.entries(mail.headers ?? {}).map(([name, value]) => `${name}: ${value}`),
    ].join("\r\n");
    const parts = mail.content.map(({ type, value }) => `Content-Type: ${type}\r\n\r\n${value}`);
    const whole = [headers, ...parts].join("\r\n\r\n");
    this.mails.push({ to: to.email, headers, whole, marks: mail.custom_args ?? {} });
  }
}

function faultOf({ personalizations, content, attachments = [], headers = {} }: z.infer<typeof mailSchema>) {
  const to = personalizations[0]!.to[0]!.email;
  if (!z.email().safeParse(to).success || to.startsWith("refused"))
    return refusal(400, "Does not contain a valid address.", "personalizations.0.to.0.email");
  const order = ["text/plain", "text/html"].filter((type) => content.some((part) => part.type === type));
  if (order.some((type, at) => content[at]?.type !== type))
    return refusal(
      400,
      "If present, text/plain and text/html may only be provided once, in this order.",
      "content",
    );
  for (const { type } of [...content, ...attachments])
    if (/[;\r\n]/.test(type))
      return refusal(400, "The content type cannot contain ';', or CRLF characters.", "content");
  const header = Object.keys(headers).find((name) => reserved.test(name));
  if (header !== undefined) return refusal(400, `${header} is a reserved header.`, "headers");
  if (Object.values(headers).some((value) => /[\r\n]/.test(value)))
    return refusal(400, "Headers must not contain line ends.", "headers");
  return null;
}

import { z } from "zod";
import { type CallOptions } from "../../rpc/operation.ts";
import { codeOfStatus, type CredentialCheck } from "../credential-check.ts";
import { callVendor, NoAnswer, type VendorAnswer } from "../vendor-call.ts";
import { cleanAddress, cleanHeaders, messageIdOf } from "./message.ts";
import {
  headerText,
  type Mail,
  type MailAddress,
  MailboxRefused,
  type MailProvider,
  tenantMark,
} from "./port.ts";

/** An account at SendGrid, and where its interface is. */
export interface SendGridOptions {
  readonly apiKey: string;
  readonly url: string;
}

const refusalSchema = z.object({
  errors: z.array(z.object({ message: z.string().default(""), field: z.string().nullish() })).min(1),
});

const sent = 202;

/** SendGrid's Mail Send, v3. Its own job queue tries again, so a call here is one attempt. */
export const sendGrid = (options: SendGridOptions): MailProvider => ({
  name: "sendgrid",
  async send(mail, { tenant, from, signal }) {
    signal.throwIfAborted();
    const answer = await call(options, "POST", "/v3/mail/send", { signal }, bodyOf(mail, from, tenant.id));
    if (answer.status === sent) return messageIdOf(mail.key, from);
    const { said, field } = refusalIn(answer);
    // All other refusals are about the account, the sender or the mail as a whole, and can be mended.
    if (answer.status === 400 && /^personalizations\.\d+\.to\.\d+\.email$/.test(field))
      throw new MailboxRefused(said);
    throw new Error(`SendGrid answered ${answer.status}. ${said}`.trim());
  },
});

/** Asks SendGrid what a key may do; sends nothing. */
export async function checkSendGrid(
  options: SendGridOptions,
  { signal }: CallOptions,
): Promise<CredentialCheck> {
  try {
    const answer = await call(options, "GET", "/v3/scopes", { signal });
    if (answer.status !== 200)
      return { code: codeOfStatus(answer.status), account: null, detail: refusalIn(answer).said };
    const { scopes } = z.object({ scopes: z.array(z.string()) }).parse(answer.body);
    return scopes.includes("mail.send")
      ? { code: "works", account: null, detail: "" }
      : { code: "rights", account: null, detail: "mail.send" };
  } catch (failure) {
    if (failure instanceof NoAnswer) return { code: "unreachable", account: null, detail: failure.message };
    throw failure;
  }
}

const call = (
  { apiKey, url }: SendGridOptions,
  method: "GET" | "POST",
  path: string,
  { signal }: CallOptions,
  body?: object,
): Promise<VendorAnswer> =>
  callVendor(
    { method, url: `${url}${path}`, headers: { authorization: `Bearer ${apiKey}` }, ...(body && { body }) },
    { signal, retries: 0 },
  );

function bodyOf(mail: Mail, from: MailAddress, tenantId: string): object {
  const { subject, text, html, replyTo, calendar } = mail;
  return {
    personalizations: [{ to: [addressOf(mail.to)] }],
    from: addressOf(from),
    ...(replyTo && { reply_to: addressOf(replyTo) }),
    subject: headerText(subject),
    // Plain text first and HTML after it, or SendGrid refuses the mail; no type may bear a parameter.
    content: [
      { type: "text/plain", value: text },
      { type: "text/html", value: html },
      ...(calendar ? [{ type: "text/calendar", value: calendar.ics }] : []),
    ],
    ...(calendar && {
      attachments: [
        {
          content: Buffer.from(calendar.ics).toString("base64"),
          type: "text/calendar",
          filename: "invitation.ics",
          disposition: "attachment",
        },
      ],
    }),
    headers: { ...cleanHeaders(mail), "Message-ID": messageIdOf(mail.key, from) },
    custom_args: { [tenantMark]: tenantId },
    // Links open accounts and end mails: a detour through SendGrid would break some and tell of all.
    tracking_settings: {
      click_tracking: { enable: false, enable_text: false },
      open_tracking: { enable: false },
      subscription_tracking: { enable: false },
    },
  };
}

function addressOf(who: MailAddress): object {
  const { address, name } = cleanAddress(who);
  return { email: address, ...(name !== "" && { name }) };
}

function refusalIn({ body }: VendorAnswer): { readonly said: string; readonly field: string } {
  const [first] = refusalSchema.safeParse(body).data?.errors ?? [];
  return { said: first?.message ?? "", field: first?.field ?? "" };
}

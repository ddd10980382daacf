import { AwsV4Signer } from "aws4fetch";
import nodemailer from "nodemailer";
import { z } from "zod";
import { type CallOptions } from "../../rpc/operation.ts";
import { codeOfStatus, type CredentialCheck } from "../credential-check.ts";
import { callVendor, NoAnswer, type VendorAnswer } from "../vendor-call.ts";
import { messageOf } from "./message.ts";
import { type Mail, type MailAddress, MailboxRefused, type MailProvider, tenantMark } from "./port.ts";

/** Credentials of AWS that may send by Simple Email Service, and where it is. */
export interface SesOptions {
  readonly region: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  /** The configuration set whose events tell of bounces and complaints. */
  readonly configurationSet: string | undefined;
  /** Another address than the region's own; undefined is the region's. */
  readonly url: string | undefined;
}

interface SesAnswer extends VendorAnswer {
  /** What kind of refusal it is, such as `MessageRejected`; empty when it is none. */
  readonly kind: string;
  readonly said: string;
}

const writer = nodemailer.createTransport(
  { streamTransport: true, buffer: true, newline: "windows" },
  { disableFileAccess: true, disableUrlAccess: true },
);

/** Simple Email Service, v2: mails travel whole, as they would by SMTP. SES gives each a message id of its own. */
export const ses = (options: SesOptions): MailProvider => ({
  name: "ses",
  async send(mail, { tenant, from, signal }) {
    signal.throwIfAborted();
    const body = await bodyOf(options, mail, from, tenant.id);
    const answer = await call(options, "POST", "/v2/email/outbound-emails", { signal }, body);
    if (answer.status === 200) return z.object({ MessageId: z.string() }).parse(answer.body).MessageId;
    const said = `${answer.kind} ${answer.said}`.trim();
    if (answer.status === 400 && isAddressWrong(answer.said)) throw new MailboxRefused(said);
    throw new Error(`SES answered ${answer.status}. ${said}`.trim());
  },
});

/** Asks SES whether the account may send from an address; sends nothing. */
export async function checkSes(
  options: SesOptions,
  fromAddress: string,
  { signal }: CallOptions,
): Promise<CredentialCheck> {
  try {
    const account = await call(options, "GET", "/v2/email/account", { signal });
    if (account.status !== 200) return refusedBy(account);
    const { SendingEnabled } = z.object({ SendingEnabled: z.boolean() }).parse(account.body);
    if (!SendingEnabled) return refusal("settings", "SendingEnabled: false");
    const domain = fromAddress.slice(fromAddress.lastIndexOf("@") + 1);
    // Either the address itself or its domain is verified.
    for (const identity of [domain, fromAddress]) {
      const found = await call(options, "GET", `/v2/email/identities/${encodeURIComponent(identity)}`, {
        signal,
      });
      const isVerified = z
        .object({ VerifiedForSendingStatus: z.literal(true) })
        .safeParse(found.body).success;
      if (found.status === 200 && isVerified)
        return { code: "works", account: options.accessKeyId, detail: "" };
      if (found.status !== 200 && found.status !== 404) return refusedBy(found);
    }
    return refusal("settings", `${fromAddress} is no verified identity in ${options.region}.`);
  } catch (failure) {
    if (failure instanceof NoAnswer) return refusal("unreachable", failure.message);
    throw failure;
  }
}

const refusal = (code: CredentialCheck["code"], detail: string): CredentialCheck => ({
  code,
  account: null,
  detail,
});

// SES answers 403 to keys nobody has, to a wrong secret, and to a right that is missing.
const unknownKey = /UnrecognizedClient|InvalidClientTokenId|SignatureDoesNotMatch|InvalidSignature/;

const refusedBy = ({ status, kind, said }: SesAnswer): CredentialCheck =>
  refusal(unknownKey.test(kind) ? "refused" : codeOfStatus(status), `${kind} ${said}`.trim());

// In SES's words, for what stands behind `ToAddresses`.
const isAddressWrong = (said: string): boolean =>
  /missing final '@domain'|illegal address|domain (starts|ends) with dot|domain contains|local address (starts|ends|contains)/i.test(
    said,
  );

async function bodyOf(
  { configurationSet }: SesOptions,
  mail: Mail,
  from: MailAddress,
  tenantId: string,
): Promise<object> {
  const { message } = await writer.sendMail(messageOf(mail, from));
  if (!Buffer.isBuffer(message)) throw new Error("A mail was not written as a whole.");
  return {
    Content: { Raw: { Data: message.toString("base64") } },
    EmailTags: [{ Name: tenantMark, Value: tenantId }],
    ...(configurationSet && { ConfigurationSetName: configurationSet }),
  };
}

async function call(
  { region, accessKeyId, secretAccessKey, url }: SesOptions,
  method: "GET" | "POST",
  path: string,
  { signal }: CallOptions,
  body?: object,
): Promise<SesAnswer> {
  const signed = await new AwsV4Signer({
    method,
    url: `${url ?? `https://email.${region}.amazonaws.com`}${path}`,
    ...(body && { body: JSON.stringify(body) }),
    accessKeyId,
    secretAccessKey,
    service: "ses",
    region,
  }).sign();
  const headers = Object.fromEntries(signed.headers);
  const answer = await callVendor(
    { method, url: signed.url.href, headers, ...(body && { body }) },
    { signal, retries: 0 },
  );
  const kind = answer.headers.get("x-amzn-errortype")?.split(":")[0] ?? "";
  const said = z.object({ message: z.string() }).safeParse(answer.body).data?.message ?? "";
  return { ...answer, kind, said };
}

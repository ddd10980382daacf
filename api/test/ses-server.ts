import { z } from "zod";
import { type AwsAccount, signatureRefusal } from "./aws-signature.ts";
import { type Received } from "./smtp-sink.ts";
import { type ServedAnswer, type ServedCall, VendorServer } from "./vendor-server.ts";

const mailSchema = z.strictObject({
  Content: z.strictObject({ Raw: z.strictObject({ Data: z.base64() }) }),
  EmailTags: z
    .array(
      z.strictObject({
        Name: z.string().regex(/^[\w.@-]{1,256}$/),
        Value: z.string().regex(/^[\w.@-]{1,256}$/),
      }),
    )
    .optional(),
  ConfigurationSetName: z.string().optional(),
});

const mostBytes = 40 * 1024 * 1024;

const refusal = (status: number, kind: string, message: string): ServedAnswer => ({
  status,
  body: { message },
  headers: { "x-amzn-errortype": `${kind}:http://internal.amazon.com/coral/` },
});

/** SES v2's `SendEmail` with a whole mail, the account and its identities; it checks Signature Version 4 itself. */
export class SesServer extends VendorServer {
  readonly account: AwsAccount = {
    service: "ses",
    region: "eu-central-1",
    accessKeyId: "AKIATESSERASES00001",
    secretAccessKey: "lantern+quay/willow=19willow",
  };
  isSending = true;
  identities = new Set(["site.example"]);
  readonly mails: (Received & { readonly marks: Readonly<Record<string, string>> })[] = [];

  protected answer({ call, body, whole }: ServedCall): ServedAnswer {
    const fault = signatureRefusal(whole.request, whole.url, whole.bytes, this.account);
    if (fault === "InvalidAccessKeyId")
      return refusal(
        403,
        "UnrecognizedClientException",
        "The security token included in the request is invalid.",
      );
    if (fault !== null) return refusal(403, "SignatureDoesNotMatch", fault);
    if (call === "GET /v2/email/account")
      return { status: 200, body: { SendingEnabled: this.isSending, ProductionAccessEnabled: true } };
    const identity = /^GET \/v2\/email\/identities\/(.+)$/.exec(call)?.[1];
    if (identity !== undefined) {
      return this.identities.has(decodeURIComponent(identity))
        ? { status: 200, body: { VerifiedForSendingStatus: true } }
        : refusal(404, "NotFoundException", "Email identity does not exist.");
    }
    if (call !== "POST /v2/email/outbound-emails") return refusal(404, "UnknownOperationException", "");
    const read = mailSchema.safeParse(body);
    if (!read.success) return refusal(400, "BadRequestException", read.error.issues[0]!.path.join("."));
    const mail = Buffer.from(read.data.Content.Raw.Data, "base64");
    if (mail.length > mostBytes)
      return refusal(400, "BadRequestException", "Message length is more than allowed.");
    return this.#keep(mail.toString(), read.data.EmailTags ?? []);
  }

  #keep(raw: string, tags: readonly { readonly Name: string; readonly Value: string }[]): ServedAnswer {
    const end = raw.indexOf("\r\n\r\n");
    const headers = raw.slice(0, end);
    const line = (name: string) =>
      new RegExp(`^${name}:((?:.|\\r\\n[ \\t])*)$`, "im").exec(headers)?.[1]?.replaceAll(/\r\n[ \t]/g, " ") ??
      "";
    const addressIn = (text: string) => (/<([^<>]+)>\s*$/.exec(text)?.[1] ?? text).trim();
    const sender = addressIn(line("From"));
    if (!this.identities.has(sender) && !this.identities.has(sender.split("@")[1] ?? ""))
      return refusal(400, "MessageRejected", `Email address is not verified: ${sender}`);
    const to = addressIn(line("To"));
    if (to.startsWith("refused")) return refusal(400, "BadRequestException", "Missing final '@domain'");
    const id = `0107019-${this.mails.length}-000000`;
    // SES puts its own message id and date in the place of those a mail brings.
    const own = headers.replace(
      /^Message-ID:.*$/im,
      `Message-ID: <${id}@${this.account.region}.amazonses.com>`,
    );
    const marks = Object.fromEntries(tags.map(({ Name, Value }) => [Name, Value]));
    this.mails.push({ to, headers: own, whole: own + raw.slice(end), marks });
    return { status: 200, body: { MessageId: id } };
  }
}

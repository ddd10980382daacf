import { type Contract } from "@tessera/sdk/browser";
import { type Desk } from "../../base/desk.ts";
import { type DialogField } from "../../parts/dialog-field.ts";
import { type Filled, textOf, ticksOf } from "../../parts/dialog.ts";
import { teamNewsTitles } from "../mails/team-news.ts";
import { gatewayFields } from "./gateway-fields.ts";
import { storeVoice } from "./store-texts.ts";
import { vendorVoice } from "./vendor-texts.ts";

export type Connections = Contract["integrations"]["listConnections"]["output"];
export type Connection = Connections["items"][number];
export type Kind = Connection["kind"];
export type Vendor = Connection["vendor"];
/** Everything that can be entered for a vendor. */
export type Values = Omit<Contract["integrations"]["createConnection"]["input"], "vendor">;

/** The vendors in the order of the page, and what each is called. */
export const vendors: readonly { readonly name: Vendor; readonly kind: Kind; readonly title: string }[] = [
  { name: "stripe", kind: "payments", title: "Stripe" },
  { name: "alipay", kind: "payments", title: "Alipay" },
  { name: "wechat_pay", kind: "payments", title: "WeChat Pay" },
  { name: "paypal", kind: "payments", title: "PayPal" },
  { name: "zoom", kind: "video", title: "Zoom" },
  { name: "daily", kind: "video", title: "Daily" },
  { name: "sendgrid", kind: "mail", title: "SendGrid" },
  { name: "ses", kind: "mail", title: "Amazon SES" },
  { name: "smtp", kind: "mail", title: "SMTP" },
  { name: "twilio", kind: "sms", title: "Twilio" },
  { name: "slack", kind: "chat", title: "Slack" },
  { name: "teams", kind: "chat", title: "Microsoft Teams" },
  { name: "openai", kind: "ai", title: "OpenAI" },
  { name: "turnstile", kind: "captcha", title: "Cloudflare Turnstile" },
  { name: "s3", kind: "files", title: "S3" },
];

/** What a vendor is called. */
export const titleOf = (vendor: Vendor): string =>
  vendors.find(({ name }) => name === vendor)?.title ?? vendor;

/** The fields of a vendor's form. Of a connection that is there, secrets stay empty: an empty one keeps what is stored. */
export function fieldsOf(desk: Desk, vendor: Vendor, connection: Connection | null): DialogField[] {
  const say = vendorVoice(desk);
  const store = storeVoice(desk);
  const fits = (form: RegExp, problem: string) => (typed: string) => (form.test(typed) ? undefined : problem);
  const secret = (name: keyof Values, label: string, more: Partial<DialogField> = {}): DialogField => ({
    name,
    label,
    isRequired: !connection && name !== "webhookSecret",
    ...more,
    kind: "secret",
    ...(connection && { hint: say("keepSecret") }),
  });
  const plain = (
    name: keyof Values,
    label: string,
    { initial = "", ...more }: Partial<DialogField> & { readonly initial?: string } = {},
  ): DialogField => {
    const stored = connection?.options[name];
    return { name, label, ...more, value: stored === undefined ? initial : [stored].flat().join(", ") };
  };
  const sender = () =>
    plain("fromAddress", say("fromAddress"), {
      isRequired: true,
      hint: say("fromAddressHint"),
      check: fits(/[^@\s<]@[^@\s]+\.[^@\s]+$/, say("senderWrong")),
    });
  switch (vendor) {
    case "stripe":
      return [
        secret("secretKey", say("secretKey"), {
          hint: say("secretKeyHint"),
          check: fits(/^(sk|rk)_(test|live)_\w+$/, say("keyWrong")),
        }),
        secret("webhookSecret", say("webhookSecret"), {
          hint: say("webhookSecretHint"),
          check: fits(/^whsec_\w+$/, say("signingWrong")),
        }),
      ];
    case "alipay":
    case "wechat_pay":
    case "paypal":
      return gatewayFields(desk, vendor, { secret, plain });
    case "openai":
      return [
        secret("apiKey", say("apiKey")),
        plain("baseUrl", say("baseUrl"), {
          kind: "url",
          hint: say("baseUrlHint"),
          check: fits(/^https?:\/\/./, say("serverWrong")),
        }),
        plain("embeddingModel", say("embeddingModel"), { initial: "text-embedding-3-small" }),
        plain("textModel", say("textModel"), { initial: "gpt-5-mini" }),
      ];
    case "smtp":
      return [
        plain("host", say("host"), { isRequired: true }),
        plain("port", say("port"), {
          kind: "amount",
          initial: "587",
          isRequired: true,
          check: fits(/^\d{1,5}$/, say("portWrong")),
        }),
        plain("security", say("security"), {
          kind: "choice",
          initial: "starttls",
          options: [
            { value: "starttls", text: "STARTTLS" },
            { value: "tls", text: "TLS" },
          ],
        }),
        plain("user", say("user")),
        secret("password", say("password"), { isRequired: false }),
        sender(),
      ];
    case "sendgrid":
      return [
        secret("apiKey", say("apiKey"), { hint: say("sendGridKeyHint") }),
        sender(),
        plain("region", say("region"), {
          kind: "choice",
          initial: "global",
          options: [
            { value: "global", text: say("regionGlobal") },
            { value: "eu", text: say("regionEu") },
          ],
        }),
        plain("verificationKey", say("verificationKey"), { hint: say("verificationKeyHint") }),
      ];
    case "ses":
      return [
        plain("region", say("region"), { isRequired: true, hint: say("awsRegionHint") }),
        plain("accessKeyId", say("accessKeyId"), { isRequired: true, hint: say("accessKeyHint") }),
        secret("secretAccessKey", say("secretAccessKey")),
        sender(),
        plain("configurationSet", say("configurationSet"), { hint: say("configurationSetHint") }),
        plain("topicArn", say("topicArn"), { hint: say("topicArnHint") }),
      ];
    case "twilio":
      return [
        plain("accountId", say("accountSid"), { isRequired: true, hint: say("accountSidHint") }),
        secret("authToken", say("authToken")),
        plain("sender", say("textSender"), { isRequired: true, hint: say("textSenderHint") }),
      ];
    case "slack":
    case "teams":
      return [
        secret("webhookUrl", say("chatUrl"), {
          hint: connection ? say("keepSecret") : say(`${vendor}Hint`),
          check: fits(/^https?:\/\/./, say("serverWrong")),
        }),
        {
          name: "news",
          label: say("news"),
          kind: "ticks",
          options: teamNewsTitles(desk.language).map(([value, text]) => ({ value, text })),
          ticked: [connection?.options["news"] ?? []].flat().map(String),
        },
      ];
    case "zoom":
      return [
        plain("accountId", say("accountId"), { isRequired: true, hint: say("zoomHint") }),
        plain("clientId", say("clientId"), { isRequired: true }),
        secret("clientSecret", say("clientSecret")),
        plain("hosts", say("hosts"), { hint: say("hostsHint") }),
      ];
    case "daily":
      return [secret("apiKey", say("apiKey"), { hint: say("dailyHint") })];
    case "turnstile":
      return [
        plain("siteKey", say("siteKey"), { isRequired: true, hint: say("siteKeyHint") }),
        secret("secretKey", say("secretKey")),
      ];
    case "s3":
      return [
        plain("endpoint", store("endpoint"), {
          kind: "url",
          isRequired: true,
          hint: store("endpointHint"),
          check: fits(/^https?:\/\/./, say("serverWrong")),
        }),
        plain("bucket", store("bucket"), { isRequired: true }),
        plain("region", store("region"), { initial: "us-east-1", isRequired: true }),
        plain("accessKeyId", store("accessKeyId"), { isRequired: true }),
        secret("secretAccessKey", store("secretAccessKey"), { hint: store("bucketHint") }),
      ];
  }
}

/** What was filled in, as the API takes it. Empty secrets are left out; other fields that were emptied are emptied. */
export function valuesOf(filled: Filled, fields: readonly DialogField[]): Values {
  const values: Record<string, unknown> = {};
  for (const { name, kind } of fields) {
    if (kind === "ticks") {
      values[name] = ticksOf(filled, name);
      continue;
    }
    const typed = textOf(filled, name);
    if (name === "port") values[name] = Number(typed);
    else if (name === "hosts") values[name] = typed.split(/[\s,;]+/).filter((each) => each !== "");
    else if (typed !== "" || kind !== "secret") values[name] = typed;
  }
  return values;
}

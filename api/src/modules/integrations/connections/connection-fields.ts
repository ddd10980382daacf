import { z } from "zod";
import { type FieldError, invalidFields } from "../../../platform/errors.ts";
import { fieldErrorsOf, inHouseWords } from "../../../platform/field-sentences.ts";
import { AddressRefused } from "../../../platform/outgoing.ts";
import { type Tenant } from "../../../platform/scope/tenant.ts";
import { teamNewsNames } from "../../notifications/index.ts";
import { failure } from "../errors.ts";
import { type Vendor } from "./vendors/vendor.ts";

const text = z.string().trim().max(500);
/** A key of several lines. */
const key = z.string().trim().max(8000);

/** Everything that can be entered for a vendor; each takes some of it. An empty text leaves a field out. */
export const connectionFields = z.strictObject({
  /** Whether real money moves, for gateways whose credentials do not say. */
  environment: z.enum(["live", "sandbox"]),
  /** The application at Alipay or WeChat Pay. */
  appId: text,
  /** The merchant's private key, as PEM or as base64. */
  privateKey: key,
  /** The gateway's public key for this merchant. */
  publicKey: key,
  /** What the gateway's public key goes by. */
  publicKeyId: text,
  /** The merchant at WeChat Pay. */
  merchantId: text,
  /** The serial number of the merchant's certificate. */
  serialNumber: text,
  apiV3Key: text,
  /** The webhook that was set up at PayPal. */
  webhookId: text,
  siteKey: text,
  secretKey: text,
  webhookSecret: text,
  apiKey: text,
  password: text,
  clientSecret: text,
  /** Another server that speaks OpenAI's protocol, up to and with `/v1`. */
  baseUrl: text,
  embeddingModel: text,
  textModel: text,
  host: text,
  port: z.int(),
  security: z.enum(["tls", "starttls", "none"]),
  user: text,
  /** The address mails come from, such as `Example <hello@example.com>`. */
  fromAddress: text,
  region: text,
  accessKeyId: text,
  secretAccessKey: text,
  configurationSet: text,
  topicArn: text,
  verificationKey: text,
  authToken: text,
  sender: text,
  webhookUrl: z.string().trim().max(1000),
  /** What a chat is told, by the event. */
  news: z.array(z.enum(teamNewsNames)).max(teamNewsNames.length),
  accountId: text,
  clientId: text,
  /** Zoom users who host meetings, by e-mail address; each hosts one at a time. */
  hosts: z.array(text).max(100),
  /** Where a store of files is; the bucket comes after it. */
  endpoint: text,
  bucket: text,
});

/** What somebody entered, by field. */
export type Entered = Readonly<Record<string, unknown>>;

/** The values of a vendor, checked and without the empty ones. Refuses what its schema refuses, field by field. */
export function readValues(vendor: Vendor, entered: Entered): Entered {
  const filled = Object.entries(entered).filter(([, value]) => value !== undefined && value !== "");
  const result = vendor.values.safeParse(Object.fromEntries(filled), inHouseWords);
  if (!result.success) {
    throw invalidFields(
      ...result.error.issues.flatMap((issue): readonly FieldError[] =>
        issue.code === "unrecognized_keys"
          ? issue.keys.map((key) => ({
              path: [key],
              message: "This provider needs no such field. Leave it out.",
            }))
          : isMissing(issue)
            ? [{ path: issue.path.map(String), message: "This is needed." }]
            : fieldErrorsOf(issue),
      ),
    );
  }
  assertAddresses(vendor, result.data);
  return result.data;
}

const isMissing = (issue: z.core.$ZodIssue): boolean =>
  issue.code === "invalid_type" && issue.input === undefined;

const addressFields = ["baseUrl", "webhookUrl", "endpoint"];

function assertAddresses(vendor: Vendor, values: Entered): void {
  try {
    vendor.assertAddresses(values);
  } catch (refusal) {
    if (!(refusal instanceof AddressRefused)) throw refusal;
    throw invalidFields({
      path: [addressFields.find((field) => field in values) ?? "host"],
      message: refusal.message,
    });
  }
}

/** Whether real things move; refuses real credentials in a sandbox, test credentials in a live site, and whoever would send something out of a sandbox. */
export function modeFor({ isSandbox }: Tenant, vendor: Vendor, values: Entered): "test" | "live" {
  const own = isSandbox ? "test" : "live";
  if (isSandbox && vendor.kind === "mail") throw failure("integrations.mail_captured");
  if (isSandbox && (vendor.kind === "sms" || vendor.kind === "chat"))
    throw failure("integrations.messages_captured", { vendor: vendor.title });
  const mode = vendor.modeOf(values) ?? own;
  if (mode === own) return mode;
  throw failure(isSandbox ? "integrations.live_credentials" : "integrations.test_credentials");
}

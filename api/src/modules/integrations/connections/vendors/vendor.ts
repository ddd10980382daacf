import { type z } from "zod";
import { type CallOptions } from "../../../../platform/rpc/operation.ts";
import { type CredentialCheck } from "../../../../platform/providers/credential-check.ts";

/** What connections are for. */
export const connectionKinds = [
  "payments",
  "ai",
  "mail",
  "sms",
  "chat",
  "video",
  "captcha",
  "files",
] as const;
export type ConnectionKind = (typeof connectionKinds)[number];

/** Who can be connected. */
export const vendorNames = [
  "stripe",
  "alipay",
  "wechat_pay",
  "paypal",
  "openai",
  "smtp",
  "sendgrid",
  "ses",
  "twilio",
  "slack",
  "teams",
  "zoom",
  "daily",
  "turnstile",
  "s3",
] as const;
export type VendorName = (typeof vendorNames)[number];

/** What a check may need to know besides the credentials. */
export interface CheckContext {
  /** Where the vendor is to send its events; empty when it sends none. */
  readonly hookUrl: string;
  readonly siteName: string;
}

/** One outside provider: what has to be entered for it, and how its answer is got. */
export interface Vendor<Schema extends z.ZodObject = z.ZodObject> {
  readonly name: VendorName;
  readonly kind: ConnectionKind;
  /** As people know it. */
  readonly title: string;
  readonly values: Schema;
  /** The values that are secrets; the first is the one people recognise it by. */
  readonly secrets: readonly (string & keyof z.infer<Schema>)[];
  /** Where below `/api/v1/hooks/` the vendor sends its events, such as `mail/ses`; null when it sends none. */
  readonly hookPath: string | null;
  /** Whether the credentials move real things; null when they do not say. */
  readonly modeOf: (values: z.infer<Schema>) => "test" | "live" | null;
  /** Throws `AddressRefused` for an address that may not be called. */
  readonly assertAddresses: (values: z.infer<Schema>) => void;
  readonly check: (
    values: z.infer<Schema>,
    context: CheckContext,
    options: CallOptions,
  ) => Promise<CredentialCheck>;
}

/** Declares a vendor; its values are checked by its schema wherever they are read. */
export const vendor = <Schema extends z.ZodObject>(definition: Vendor<Schema>): Vendor => definition;

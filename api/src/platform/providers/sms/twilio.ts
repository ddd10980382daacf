import { createHmac, timingSafeEqual } from "node:crypto";
import { z } from "zod";
import { type CallOptions } from "../../rpc/operation.ts";
import { codeOfStatus, type CredentialCheck } from "../credential-check.ts";
import { callVendor, NoAnswer, type VendorAnswer } from "../vendor-call.ts";
import { NumberRefused, type SmsProvider } from "./port.ts";
import { type TextReport, TextReportRefused, type TextReportReader } from "./reports.ts";

/** An account at Twilio, where its interface is, and where it is to say how messages fared. */
export interface TwilioOptions {
  readonly accountSid: string;
  readonly authToken: string;
  /** A number, a name, or the id of a messaging service (`MG…`). */
  readonly sender: string;
  readonly url: string;
  readonly hookUrl: string;
}

const sentSchema = z.object({ sid: z.string() });
const refusalSchema = z.object({ code: z.number(), message: z.string().default("") });

// From Twilio's list of error codes: no such number, not a mobile one, its owner answered STOP, the carrier knows nobody there.
const deadNumber = new Set([21211, 21217, 21610, 21614, 30004, 30005, 30006]);

/** Twilio's Programmable Messaging. */
export const twilio = (options: TwilioOptions): SmsProvider => ({
  name: "twilio",
  async send({ to, text, key }, { signal }) {
    signal.throwIfAborted();
    const { sender, hookUrl } = options;
    const body = new URLSearchParams({
      To: to,
      [sender.startsWith("MG") ? "MessagingServiceSid" : "From"]: sender,
      Body: text,
      StatusCallback: `${hookUrl}?delivery=${encodeURIComponent(key)}`,
    });
    const answer = await call(options, "POST", "/Messages.json", { signal }, body);
    if (sentSchema.safeParse(answer.body).success && answer.status === 201) return;
    const { code, message } = refusalIn(answer);
    const said = `${code || answer.status} ${message}`.trim();
    if (deadNumber.has(code)) throw new NumberRefused(said);
    throw new Error(`Twilio answered ${said}`);
  },
});

/** Asks Twilio whose the credentials are; sends nothing. */
export async function checkTwilio(options: TwilioOptions, { signal }: CallOptions): Promise<CredentialCheck> {
  try {
    const answer = await call(options, "GET", ".json", { signal });
    if (answer.status !== 200)
      return { code: codeOfStatus(answer.status), account: null, detail: refusalIn(answer).message };
    const { friendly_name: name, status } = z
      .object({ friendly_name: z.string(), status: z.string() })
      .parse(answer.body);
    return { code: status === "active" ? "works" : "settings", account: name, detail: status };
  } catch (failure) {
    if (failure instanceof NoAnswer) return { code: "unreachable", account: null, detail: failure.message };
    throw failure;
  }
}

/** Reads Twilio's status callbacks, which are signed over the address and every field. */
export const twilioReports = ({ authToken, hookUrl }: TwilioOptions): TextReportReader => ({
  read({ headers, body }, search) {
    const fields = new URLSearchParams(body.toString("utf8"));
    const signature = headers["x-twilio-signature"];
    if (typeof signature !== "string" || !isSigned(`${hookUrl}${search}`, fields, { authToken, signature }))
      throw new TextReportRefused("Signed by somebody else.");
    const deliveryId = new URLSearchParams(search).get("delivery");
    const status = fields.get("MessageStatus");
    if (deliveryId === null || (status !== "failed" && status !== "undelivered")) return null;
    return reportOf(deliveryId, fields);
  },
});

function reportOf(deliveryId: string, fields: URLSearchParams): TextReport {
  const code = Number(fields.get("ErrorCode") ?? 0);
  return {
    id: `${fields.get("MessageSid") ?? ""}/failed`,
    deliveryId,
    said: `${code || ""} ${fields.get("ErrorMessage") ?? ""}`.trim() || "undelivered",
    isForEver: deadNumber.has(code),
  };
}

/** Whether a callback was signed by who knows the account's token (Twilio's "Security": the address, then each field's name and value in the order of names). */
function isSigned(
  address: string,
  fields: URLSearchParams,
  { authToken, signature }: { readonly authToken: string; readonly signature: string },
): boolean {
  const pairs = [...fields].toSorted(([one], [other]) => (one < other ? -1 : one > other ? 1 : 0));
  const text = address + pairs.map(([name, value]) => name + value).join("");
  const expected = createHmac("sha1", authToken).update(text).digest();
  const given = Buffer.from(signature, "base64");
  return given.length === expected.length && timingSafeEqual(given, expected);
}

const call = (
  { accountSid, authToken, url }: TwilioOptions,
  method: "GET" | "POST",
  path: string,
  { signal }: CallOptions,
  body?: URLSearchParams,
): Promise<VendorAnswer> =>
  callVendor(
    {
      method,
      url: `${url}/2010-04-01/Accounts/${accountSid}${path}`,
      headers: { authorization: `Basic ${Buffer.from(`${accountSid}:${authToken}`).toString("base64")}` },
      ...(body && { body }),
    },
    { signal, retries: 0 },
  );

const refusalIn = ({ body }: VendorAnswer): z.infer<typeof refusalSchema> =>
  refusalSchema.safeParse(body).data ?? { code: 0, message: "" };

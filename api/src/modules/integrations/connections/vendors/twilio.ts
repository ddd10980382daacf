import { z } from "zod";
import { checkTwilio, type TwilioOptions } from "../../../../platform/providers/sms/twilio.ts";
import { vendorAddresses } from "./addresses.ts";
import { vendor } from "./vendor.ts";

/** What was entered for Twilio. */
export const twilioValues = z.strictObject({
  accountId: z
    .string()
    .regex(/^AC[0-9a-f]{32}$/i, "An account SID of Twilio begins with AC and has 34 letters."),
  authToken: z.string().min(16, "This is no auth token: it is too short."),
  sender: z
    .string()
    .regex(
      /^(\+[1-9]\d{6,14}|MG[0-9a-fA-F]{32}|[A-Za-z0-9 ]{2,11})$/,
      "Write a number such as +4915112345678, a messaging service (MG…) or a name of at most 11 letters.",
    ),
});

/** Twilio as it was entered; `hookUrl` is where it says how messages fared. */
export const twilioOptions = (
  { accountId, authToken, sender }: z.infer<typeof twilioValues>,
  hookUrl: string,
): TwilioOptions => ({ accountSid: accountId, authToken, sender, url: vendorAddresses().twilio, hookUrl });

/** Twilio, for text messages. */
export const twilio = vendor({
  name: "twilio",
  kind: "sms",
  title: "Twilio",
  values: twilioValues,
  secrets: ["authToken"],
  hookPath: "sms/twilio",
  modeOf: () => null,
  assertAddresses: () => {},
  check: (entered, { hookUrl }, options) => checkTwilio(twilioOptions(entered, hookUrl), options),
});

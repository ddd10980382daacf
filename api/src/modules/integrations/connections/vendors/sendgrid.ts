import { z } from "zod";
import { isTaken } from "../../../../platform/providers/credential-check.ts";
import { type ConnectedMail } from "../../../../platform/providers/mail/for-tenant.ts";
import { type MailEventReader } from "../../../../platform/providers/mail/events.ts";
import { isVerificationKey, sendGridEvents } from "../../../../platform/providers/mail/sendgrid-events.ts";
import { checkSendGrid, sendGrid as sender } from "../../../../platform/providers/mail/sendgrid.ts";
import { vendorAddresses } from "./addresses.ts";
import { senderAddress } from "./sender-address.ts";
import { vendor } from "./vendor.ts";

/** What was entered for SendGrid. */
export const sendGridValues = z.strictObject({
  apiKey: z.string().regex(/^SG\.[\w.-]{8,}$/, "An API key of SendGrid begins with SG."),
  fromAddress: senderAddress,
  /** Where the account's data lies. */
  region: z.enum(["global", "eu"]).default("global"),
  /** Known only once the event webhook is set up at SendGrid, for which the connection has to be there. */
  verificationKey: z
    .string()
    .refine(isVerificationKey, "Copy the verification key of the signed event webhook as SendGrid shows it.")
    .optional(),
});

type Entered = z.infer<typeof sendGridValues>;

const hosts = { global: "https://api.sendgrid.com", eu: "https://api.eu.sendgrid.com" } as const;

const optionsOf = ({ apiKey, region }: Entered) => ({
  apiKey,
  url: vendorAddresses().sendGrid ?? hosts[region],
});

/** A sender that uses the entered account. */
export const sendGridMail = (entered: Entered): ConnectedMail => ({
  provider: sender(optionsOf(entered)),
  from: entered.fromAddress,
});

/** Who reads the events of the entered account; null until its key was entered. */
export const sendGridReader = ({ verificationKey }: Entered): MailEventReader | null =>
  verificationKey === undefined ? null : sendGridEvents(verificationKey);

/** SendGrid, for the site's mails. */
export const sendGrid = vendor({
  name: "sendgrid",
  kind: "mail",
  title: "SendGrid",
  values: sendGridValues,
  secrets: ["apiKey"],
  hookPath: "mail/sendgrid",
  modeOf: () => null,
  assertAddresses: () => {},
  async check(entered, _context, options) {
    const answer = await checkSendGrid(optionsOf(entered), options);
    return isTaken(answer.code) && entered.verificationKey === undefined
      ? { ...answer, code: "no_events" }
      : answer;
  },
});

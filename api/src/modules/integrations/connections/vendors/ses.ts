import { z } from "zod";
import { isTaken } from "../../../../platform/providers/credential-check.ts";
import { type ConnectedMail, parseAddress } from "../../../../platform/providers/mail/for-tenant.ts";
import { type MailEventReader } from "../../../../platform/providers/mail/events.ts";
import { sesEvents } from "../../../../platform/providers/mail/ses-events.ts";
import { checkSes, ses as sender } from "../../../../platform/providers/mail/ses.ts";
import { vendorAddresses } from "./addresses.ts";
import { senderAddress } from "./sender-address.ts";
import { vendor } from "./vendor.ts";

/** What was entered for Simple Email Service. */
export const sesValues = z.strictObject({
  region: z.string().regex(/^[a-z]{2}(-[a-z]+)+-\d$/, "Write a region of AWS, such as eu-central-1."),
  accessKeyId: z
    .string()
    .regex(/^[A-Z0-9]{16,128}$/, "Copy the access key's id as AWS shows it, such as AKIA…"),
  secretAccessKey: z.string().min(16, "This is no secret access key: it is too short."),
  fromAddress: senderAddress,
  configurationSet: z
    .string()
    .regex(/^[\w-]{1,64}$/, "Write the configuration set's name as AWS shows it.")
    .optional(),
  /** Known only once the topic is there; its subscription is the connection's own address. */
  topicArn: z
    .string()
    .regex(
      /^arn:aws(-[a-z]+)*:sns:[a-z0-9-]+:\d{12}:[\w-]{1,256}$/,
      "Write the topic's ARN, such as arn:aws:sns:eu-central-1:123456789012:mails.",
    )
    .optional(),
});

type Entered = z.infer<typeof sesValues>;

const optionsOf = ({ region, accessKeyId, secretAccessKey, configurationSet }: Entered) => ({
  region,
  accessKeyId,
  secretAccessKey,
  configurationSet,
  url: vendorAddresses().ses,
});

/** A sender that uses the entered account. */
export const sesMail = (entered: Entered): ConnectedMail => ({
  provider: sender(optionsOf(entered)),
  from: entered.fromAddress,
});

/** Who reads the events of the entered account; null until its topic was entered. */
export const sesReader = ({ topicArn }: Entered): MailEventReader | null =>
  topicArn === undefined ? null : sesEvents({ topicArn, url: vendorAddresses().sns });

/** Amazon SES, for the site's mails. */
export const ses = vendor({
  name: "ses",
  kind: "mail",
  title: "Amazon SES",
  values: sesValues,
  secrets: ["secretAccessKey"],
  hookPath: "mail/ses",
  modeOf: () => null,
  assertAddresses: () => {},
  async check(entered, _context, options) {
    const { address } = parseAddress(entered.fromAddress);
    const answer = await checkSes(optionsOf(entered), address, options);
    return isTaken(answer.code) && entered.topicArn === undefined ? { ...answer, code: "no_events" } : answer;
  },
});

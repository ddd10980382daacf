import { z } from "zod";
import { AddressRefused, assertReachable, isAllowedByHand } from "../../../../platform/outgoing.ts";
import { type ConnectedMail } from "../../../../platform/providers/mail/for-tenant.ts";
import { checkMailServer, type MailServer, smtpServer } from "../../../../platform/providers/mail/smtp.ts";
import { allowedAddresses } from "../../outgoing.ts";
import { senderAddress } from "./sender-address.ts";
import { vendor } from "./vendor.ts";

/** What was entered for a mail server. */
export const smtpValues = z.strictObject({
  host: z
    .string()
    .min(1, "Name the mail server, such as smtp.example.com.")
    .max(253)
    .regex(/^[\w.:-]+$/, "Write the server's name alone, such as smtp.example.com."),
  port: z.int().min(1).max(65_535).default(587),
  security: z.enum(["tls", "starttls", "none"]).default("starttls"),
  user: z.string().default(""),
  password: z.string().default(""),
  fromAddress: senderAddress,
});

type Entered = z.infer<typeof smtpValues>;

const serverOf = ({ host, port, security, user, password }: Entered): MailServer => ({
  host,
  port,
  security,
  user,
  password,
  guard: allowedAddresses(),
});

/** A sender that uses the entered server. */
export const smtpMail = (entered: Entered): ConnectedMail => ({
  provider: smtpServer(serverOf(entered)),
  from: entered.fromAddress,
});

/** A mail server, for the site's mails. */
export const smtp = vendor({
  name: "smtp",
  kind: "mail",
  title: "SMTP",
  values: smtpValues,
  secrets: ["password"],
  hookPath: null,
  modeOf: () => null,
  assertAddresses: ({ host, security }) => {
    assertReachable(host, allowedAddresses());
    if (security === "none" && !isAllowedByHand(host, allowedAddresses()))
      throw new AddressRefused("Mails and passwords must not travel unencrypted. Choose TLS or STARTTLS.");
  },
  check: (entered) => checkMailServer(serverOf(entered)),
});

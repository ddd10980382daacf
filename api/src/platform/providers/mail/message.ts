import { headerText, type Mail, type MailAddress } from "./port.ts";

/** The id a mail is known by. The same key makes the same id, by which mailboxes and servers recognise a mail sent twice. */
export const messageIdOf = (key: string, from: MailAddress): string =>
  `<${Buffer.from(key).toString("base64url")}@${from.address.split("@")[1] ?? "localhost"}>`;

/** A mail as nodemailer writes it. */
export const messageOf = (mail: Mail, from: MailAddress) => ({
  messageId: messageIdOf(mail.key, from),
  from: cleanAddress(from),
  to: cleanAddress(mail.to),
  ...(mail.replyTo && { replyTo: cleanAddress(mail.replyTo) }),
  subject: headerText(mail.subject),
  text: mail.text,
  html: mail.html,
  ...(mail.calendar && {
    icalEvent: { method: mail.calendar.method, content: mail.calendar.ics, filename: "invitation.ics" },
  }),
  headers: cleanHeaders(mail),
});

/** An address whose name begins no other header. */
export const cleanAddress = ({ address, name }: MailAddress): MailAddress => ({
  address: headerText(address),
  name: headerText(name),
});

/** A mail's own headers, none of which begins another. */
export const cleanHeaders = ({ headers = {} }: Mail): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, headerText(value)]));

import nodemailer from "nodemailer";
import { headerText, type MailAddress, type MailProvider } from "./port.ts";

/** Sends mails through the SMTP server of `url`, such as `smtp://user:password@host:587`. */
export function smtp(url: string): MailProvider {
  const transport = nodemailer.createTransport(
    { url, pool: true, connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 },
    // A template must not read a file or fetch an address because a person's name looks like one.
    { disableFileAccess: true, disableUrlAccess: true },
  );
  return {
    name: "smtp",
    async send({ to, subject, text, html, replyTo, calendar, headers = {}, key }, { from, signal }) {
      signal.throwIfAborted();
      const domain = from.address.split("@")[1] ?? "localhost";
      // The same key makes the same id, by which mailboxes and servers recognise a mail sent twice.
      const messageId = `<${Buffer.from(key).toString("base64url")}@${domain}>`;
      const sent = transport.sendMail({
        messageId,
        from: addressOf(from),
        to: addressOf(to),
        ...(replyTo && { replyTo: addressOf(replyTo) }),
        subject: headerText(subject),
        text,
        html,
        ...(calendar && {
          icalEvent: { method: calendar.method, content: calendar.ics, filename: "invitation.ics" },
        }),
        headers: Object.fromEntries(
          Object.entries(headers).map(([name, value]) => [name, headerText(value)]),
        ),
      });
      await Promise.race([sent, rejectionOf(signal)]);
      return messageId;
    },
  };
}

const addressOf = ({ address, name }: MailAddress) => ({
  address: headerText(address),
  name: headerText(name),
});

const rejectionOf = (signal: AbortSignal): Promise<never> =>
  new Promise((_, refuse) => {
    signal.addEventListener("abort", () => refuse(signal.reason as Error), { once: true });
  });

import { connect } from "node:net";
import nodemailer, { type Transporter } from "nodemailer";
import { assertReachable, guardedLookup, type Range } from "../../outgoing.ts";
import { type CredentialCheck } from "../credential-check.ts";
import { messageOf } from "./message.ts";
import { MailboxRefused, type MailProvider } from "./port.ts";

/** A mail server that somebody entered. */
export interface MailServer {
  readonly host: string;
  readonly port: number;
  /** From the first byte, from a command on, or not at all. */
  readonly security: "tls" | "starttls" | "none";
  readonly user: string;
  readonly password: string;
  /** The private networks it may lie in; all others are refused. */
  readonly guard: readonly Range[];
}

const patience = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 };

// A template must not read a file or fetch an address because a person's name looks like one.
const closed = { disableFileAccess: true, disableUrlAccess: true };

/** Sends mails through the SMTP server of `url`, such as `smtp://user:password@host:587`. */
export const smtp = (url: string): MailProvider =>
  senderOf(nodemailer.createTransport({ url, pool: true, ...patience }, closed));

/** Sends mails through a server that somebody entered. */
export const smtpServer = (server: MailServer): MailProvider => senderOf(transportTo(server));

/** Signs in to a mail server and sends nothing. */
export async function checkMailServer(server: MailServer): Promise<CredentialCheck> {
  try {
    await transportTo(server).verify();
    return { code: "works", account: server.user || server.host, detail: "" };
  } catch (refusal) {
    if (!(refusal instanceof Error)) throw refusal;
    return { code: codeOf(refusal), account: null, detail: refusal.message };
  }
}

function codeOf(refusal: Error): CredentialCheck["code"] {
  const code = "code" in refusal ? refusal.code : refusal.name;
  if (code === "EAUTH") return "refused";
  // A name that does not exist, a server without encryption, a private network: entered wrongly.
  return ["EDNS", "ENOTFOUND", "ETLS", "AddressRefused"].includes(String(code)) ? "settings" : "unreachable";
}

function transportTo({ host, port, security, user, password, guard }: MailServer): Transporter {
  return nodemailer.createTransport(
    {
      host,
      port,
      secure: security === "tls",
      requireTLS: security === "starttls",
      ignoreTLS: security === "none",
      ...(user !== "" && { auth: { user, pass: password } }),
      ...patience,
      getSocket(_options, found) {
        try {
          assertReachable(host, guard);
        } catch (refusal) {
          return found(refusal as Error, false);
        }
        const socket = connect({
          host,
          port,
          lookup: guardedLookup(guard),
          timeout: patience.connectionTimeout,
        });
        const fail = (failure: Error) => found(failure, false);
        socket.once("error", fail);
        socket.once("timeout", () => socket.destroy(new Error("The mail server did not answer in time.")));
        socket.once("connect", () => {
          socket.off("error", fail);
          socket.setTimeout(0);
          found(null, { connection: socket });
        });
      },
    },
    closed,
  );
}

function senderOf(transport: Transporter): MailProvider {
  return {
    name: "smtp",
    async send(mail, { from, signal }) {
      signal.throwIfAborted();
      const message = messageOf(mail, from);
      const sent = transport.sendMail(message);
      await Promise.race([sent.catch(tellDeadMailbox), rejectionOf(signal)]);
      return message.messageId;
    },
  };
}

/** A server that knows no such mailbox says so when it hears the addressee; all else may pass by itself. */
function tellDeadMailbox(refusal: unknown): never {
  if (refusal instanceof Error && "command" in refusal && refusal.command === "RCPT TO") {
    const said = "response" in refusal ? String(refusal.response) : refusal.message;
    if (isDeadMailbox(said)) throw new MailboxRefused(said);
  }
  throw refusal;
}

/** Whether an SMTP reply is about the mailbox for ever (RFC 3463): 5.1.x and 5.2.1, or 550, 551, 553 without such a code. 5.7.x is policy: a filter or a wrong sender, which can be mended. */
export function isDeadMailbox(reply: string): boolean {
  const enhanced = /^5\d\d[ -](5\.\d{1,3}\.\d{1,3})\b/.exec(reply)?.[1];
  if (enhanced !== undefined) return enhanced.startsWith("5.1.") || enhanced === "5.2.1";
  return /^55[013]\b/.test(reply);
}

const rejectionOf = (signal: AbortSignal): Promise<never> =>
  new Promise((_, refuse) => {
    signal.addEventListener("abort", () => refuse(signal.reason as Error), { once: true });
  });

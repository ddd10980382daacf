import { verify, X509Certificate } from "node:crypto";
import { z } from "zod";
import { jsonIn, NoAnswer } from "../vendor-call.ts";
import { isTimely, MailEventRefused } from "./events.ts";

const text = z.string().max(300_000);

const messageSchema = z.object({
  Type: z.enum(["Notification", "SubscriptionConfirmation", "UnsubscribeConfirmation"]),
  MessageId: z.string().min(1).max(200),
  TopicArn: z.string().max(500),
  Subject: text.optional(),
  Message: text,
  Timestamp: z.iso.datetime(),
  SignatureVersion: z.enum(["1", "2"]),
  Signature: text,
  SigningCertURL: text,
  SubscribeURL: text.optional(),
  Token: text.optional(),
});

/** A message of Amazon SNS, as it is posted to subscribers. */
export type SnsMessage = z.infer<typeof messageSchema>;

/** Where certificates of SNS come from instead of amazonaws.com, for tests; undefined is amazonaws.com itself. */
export interface SnsOptions {
  /** The one topic that is listened to: everybody with an account at AWS can have SNS sign something. */
  readonly topicArn: string;
  readonly url: string | undefined;
  readonly signal: AbortSignal;
}

// By the SNS developer guide, "Verifying the signatures of Amazon SNS messages": in this order, a name and a value on lines of their own.
const signedFields = {
  Notification: ["Message", "MessageId", "Subject", "Timestamp", "TopicArn", "Type"],
  SubscriptionConfirmation: [
    "Message",
    "MessageId",
    "SubscribeURL",
    "Timestamp",
    "Token",
    "TopicArn",
    "Type",
  ],
  UnsubscribeConfirmation: ["Message", "MessageId", "SubscribeURL", "Timestamp", "Token", "TopicArn", "Type"],
} as const;

const hostOfSns = /^sns\.[a-z0-9-]{3,40}\.amazonaws\.com(\.cn)?$/;
const certificatePath = /^\/SimpleNotificationService-[0-9a-zA-Z]{1,100}\.pem$/;
const mostBytes = 64 * 1024;
const patienceMs = 5000;

// SNS changes its certificate about once a year.
const mostCertificates = 20;
const certificates = new Map<string, X509Certificate>();

/** Reads a message of a topic. Throws `MailEventRefused` unless SNS signed it for this topic, not too long ago. */
export async function readSnsMessage(body: Buffer, now: Date, options: SnsOptions): Promise<SnsMessage> {
  const read = messageSchema.safeParse(jsonIn(body.toString("utf8")));
  if (!read.success) throw new MailEventRefused("This is no message of SNS.");
  const message = read.data;
  if (message.TopicArn !== options.topicArn) throw new MailEventRefused("This is another topic.");
  if (!isTimely(new Date(message.Timestamp), now)) throw new MailEventRefused("Signed at another time.");
  const certificate = await certificateAt(message.SigningCertURL, options);
  const signed = signedFields[message.Type]
    .map((name) => [name, message[name]] as const)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}\n${value}\n`)
    .join("");
  const algorithm = message.SignatureVersion === "1" ? "sha1" : "sha256";
  const isSigned = verify(
    algorithm,
    Buffer.from(signed),
    certificate.publicKey,
    Buffer.from(message.Signature, "base64"),
  );
  if (!isSigned) throw new MailEventRefused("Signed by somebody else.");
  return message;
}

/** Answers SNS that its messages are wanted. */
export async function confirmSubscription({ SubscribeURL }: SnsMessage, options: SnsOptions): Promise<void> {
  const response = await get(
    urlOfSns(SubscribeURL ?? "", () => true),
    options,
  );
  if (!response.ok) throw new MailEventRefused(`SNS answered ${response.status} to the confirmation.`);
  await response.body?.cancel();
}

async function certificateAt(address: string, options: SnsOptions): Promise<X509Certificate> {
  const url = urlOfSns(address, ({ pathname, search }) => certificatePath.test(pathname) && search === "");
  const known = certificates.get(url.href);
  if (known) return known;
  const response = await get(url, options);
  if (!response.ok) throw new MailEventRefused("SNS knows no such certificate.");
  const found = new X509Certificate((await response.text()).slice(0, mostBytes));
  if (certificates.size >= mostCertificates) certificates.clear();
  certificates.set(url.href, found);
  return found;
}

/** An address of SNS itself. Whoever may name another one could sign everything. */
function urlOfSns(address: string, isMeant: (url: URL) => boolean): URL {
  const url = URL.parse(address);
  const isSns =
    url !== null &&
    url.protocol === "https:" &&
    url.port === "" &&
    url.username === "" &&
    url.password === "" &&
    hostOfSns.test(url.hostname) &&
    isMeant(url);
  if (!isSns) throw new MailEventRefused("This is no address of SNS.");
  return url;
}

async function get({ href, pathname, search }: URL, { url, signal }: SnsOptions): Promise<Response> {
  try {
    const response = await fetch(url === undefined ? href : `${url}${pathname}${search}`, {
      redirect: "error",
      signal: AbortSignal.any([signal, AbortSignal.timeout(patienceMs)]),
    });
    if (response.status < 500) return response;
  } catch (failure) {
    // What fetch throws for a connection that failed, or for the signal.
    if (!(failure instanceof TypeError || failure instanceof DOMException)) throw failure;
  }
  throw new NoAnswer("SNS did not answer.");
}

import { generateKeyPairSync, randomUUID, sign } from "node:crypto";
import { createServer } from "node:http";
import { type AddressInfo } from "node:net";
import { selfSigned } from "./certificate.ts";

const signedFields = [
  "Message",
  "MessageId",
  "Subject",
  "SubscribeURL",
  "Timestamp",
  "Token",
  "TopicArn",
  "Type",
];

/** A message as SNS posts it. */
export type SnsPost = Readonly<Record<string, string>>;

/** Amazon SNS as its subscribers meet it: signed messages, the certificate they are verified by, and the confirmation of a subscription. */
export class SnsServer {
  readonly topicArn = "arn:aws:sns:eu-central-1:123456789012:mails";
  readonly certificateUrl: string;
  /** Tokens whose subscription was confirmed. */
  readonly confirmed: string[] = [];
  /** Answers nothing but 503. */
  isDown = false;
  readonly #keys = generateKeyPairSync("rsa", { modulusLength: 2048 });
  readonly #server = createServer((request, response) => {
    const url = new URL(request.url ?? "", this.url);
    if (this.isDown) return void response.writeHead(503).end();
    if (url.pathname === new URL(this.certificateUrl).pathname)
      return void response.end(selfSigned(this.#keys));
    if (url.searchParams.get("Action") !== "ConfirmSubscription") return void response.writeHead(404).end();
    this.confirmed.push(url.searchParams.get("Token") ?? "");
    response.end("<ConfirmSubscriptionResponse/>");
  });

  constructor() {
    const name = randomUUID().replaceAll("-", "");
    this.certificateUrl = `https://sns.eu-central-1.amazonaws.com/SimpleNotificationService-${name}.pem`;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async open(): Promise<this> {
    await new Promise<void>((ready) => this.#server.listen(0, "127.0.0.1", ready));
    return this;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((done) => this.#server.close(done));
  }

  /** What SES tells, as a message of the topic; `changes` are signed too. */
  notification(told: object, changes: Partial<SnsPost> = {}): SnsPost {
    return this.#signed({ Type: "Notification", Message: JSON.stringify(told), ...changes });
  }

  /** The question whether messages of the topic are wanted. */
  question(token: string, changes: Partial<SnsPost> = {}): SnsPost {
    return this.#signed({
      Type: "SubscriptionConfirmation",
      Message: "You have chosen to subscribe to the topic.",
      Token: token,
      SubscribeURL: `https://sns.eu-central-1.amazonaws.com/?Action=ConfirmSubscription&Token=${token}`,
      ...changes,
    });
  }

  #signed(changes: Partial<SnsPost>): SnsPost {
    const message: Record<string, string | undefined> = {
      MessageId: randomUUID(),
      TopicArn: this.topicArn,
      Timestamp: new Date().toISOString(),
      SignatureVersion: "2",
      SigningCertURL: this.certificateUrl,
      ...changes,
    };
    const text = signedFields
      .filter((name) => message[name] !== undefined)
      .map((name) => `${name}\n${message[name]}\n`)
      .join("");
    const algorithm = message["SignatureVersion"] === "1" ? "sha1" : "sha256";
    const signature = sign(algorithm, Buffer.from(text), this.#keys.privateKey).toString("base64");
    return { ...(message as Record<string, string>), Signature: signature };
  }
}

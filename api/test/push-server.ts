import { createDecipheriv, createECDH, createHmac, createPublicKey, hkdfSync, verify } from "node:crypto";
import { createServer, type IncomingHttpHeaders, type Server } from "node:http";
import { type AddressInfo } from "node:net";

/** A push as a browser would have shown it. */
export interface ReceivedPush {
  readonly text: string;
  readonly headers: IncomingHttpHeaders;
  /** The claims of its sender, whose signature was checked. */
  readonly claims: { readonly aud: string; readonly exp: number; readonly sub: string };
}

/** A push service with one browser behind it: checks the sender's signature (RFC 8292) and decrypts as the browser does (RFC 8291). */
export class PushServer {
  readonly received: ReceivedPush[] = [];
  /** What the next calls are answered instead. */
  plan: number[] = [];
  readonly #server: Server;
  readonly #ecdh = createECDH("prime256v1");
  readonly #auth = Buffer.alloc(16, 9);

  constructor() {
    this.#ecdh.generateKeys();
    this.#server = createServer((request, response) => {
      const parts: Buffer[] = [];
      request.on("data", (part: Buffer) => parts.push(part));
      request.on("end", () => {
        const planned = this.plan.shift();
        if (planned === undefined) {
          const claims = claimsIn(request.headers.authorization ?? "");
          const text = this.#decrypt(Buffer.concat(parts));
          this.received.push({ text, headers: request.headers, claims });
        }
        response.writeHead(planned ?? 201).end();
      });
    });
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** The browser's subscription. */
  get target() {
    return {
      endpoint: `${this.url}/push/1`,
      publicKey: this.#ecdh.getPublicKey("base64url"),
      authSecret: this.#auth.toString("base64url"),
    };
  }

  async open(): Promise<this> {
    await new Promise<void>((ready) => this.#server.listen(0, "127.0.0.1", ready));
    return this;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((done) => this.#server.close(done));
  }

  // The names are those of RFC 8291, section 3.4, and RFC 8188, section 2.
  #decrypt(body: Buffer): string {
    const salt = body.subarray(0, 16);
    const idLength = body.readUInt8(20);
    const senderKey = body.subarray(21, 21 + idLength);
    const sealed = body.subarray(21 + idLength);
    const secret = this.#ecdh.computeSecret(senderKey);
    const info = Buffer.concat([Buffer.from("WebPush: info\0"), this.#ecdh.getPublicKey(), senderKey]);
    const ikm = Buffer.from(hkdfSync("sha256", secret, this.#auth, info, 32));
    const prk = createHmac("sha256", salt).update(ikm).digest();
    const derived = (name: string, length: number) =>
      createHmac("sha256", prk).update(`Content-Encoding: ${name}\0\u0001`).digest().subarray(0, length);
    const cipher = createDecipheriv("aes-128-gcm", derived("aes128gcm", 16), derived("nonce", 12));
    cipher.setAuthTag(sealed.subarray(-16));
    const padded = Buffer.concat([cipher.update(sealed.subarray(0, -16)), cipher.final()]);
    return padded.subarray(0, padded.lastIndexOf(2)).toString();
  }
}

function claimsIn(authorization: string): ReceivedPush["claims"] {
  const [, token = "", key = ""] = /^vapid t=([\w.-]+), ?k=([\w-]+)$/.exec(authorization) ?? [];
  const [head = "", claims = "", signature = ""] = token.split(".");
  const point = Buffer.from(key, "base64url");
  const publicKey = createPublicKey({
    format: "jwk",
    key: {
      kty: "EC",
      crv: "P-256",
      x: point.subarray(1, 33).toString("base64url"),
      y: point.subarray(33).toString("base64url"),
    },
  });
  const isSigned = verify(
    "sha256",
    Buffer.from(`${head}.${claims}`),
    { key: publicKey, dsaEncoding: "ieee-p1363" },
    Buffer.from(signature, "base64url"),
  );
  if (!isSigned) throw new Error("The sender's signature is wrong.");
  return JSON.parse(Buffer.from(claims, "base64url").toString()) as ReceivedPush["claims"];
}

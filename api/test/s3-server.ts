import { createHash } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { type AddressInfo } from "node:net";
import { signatureRefusal } from "./aws-signature.ts";

/** Credentials the store knows, and its bucket. */
export const s3Account = {
  bucket: "tessera-files",
  region: "eu-central-1",
  accessKeyId: "AKIATESSERATEST",
  secretAccessKey: "harbour+lantern/willow=42",
} as const;

interface Stored {
  readonly content: Buffer;
  readonly writtenAt: Date;
}

/**
 * A store that speaks S3 by path, as the API reference says (PutObject, GetObject with ranges, DeleteObject, ListObjectsV2): it
 * checks Signature Version 4 itself, the body's checksum, its length and the time, and answers failures in XML.
 */
export class S3Server {
  readonly #server: Server;
  readonly objects = new Map<string, Stored>();
  /** Status codes of the coming answers; the work is not done then. `0` hangs up. */
  plan: number[] = [];
  readonly calls: string[] = [];
  /** Keys on one page of a list. */
  pageSize = 1000;

  constructor() {
    this.#server = createServer((request, response) => void this.#serve(request, response));
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** Begins to listen. */
  async open(): Promise<this> {
    await new Promise<void>((ready) => this.#server.listen(0, "127.0.0.1", ready));
    return this;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((done) => this.#server.close(done));
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const body = Buffer.concat(parts);
    const url = new URL(request.url ?? "", this.url);
    this.calls.push(`${request.method} ${url.pathname}`);
    const planned = this.plan.shift();
    if (planned === 0) return void request.socket.destroy();
    if (planned !== undefined) return refuse(response, planned, "SlowDown");
    const refusal = signatureRefusal(request, url, body, { ...s3Account, service: "s3" });
    if (refusal) return refuse(response, 403, refusal);
    const [, bucket, ...rest] = url.pathname.split("/");
    if (bucket !== s3Account.bucket) return refuse(response, 404, "NoSuchBucket");
    const key = rest.map(decodeURIComponent).join("/");
    if (request.method === "PUT") return this.#put(request, response, key, body);
    if (request.method === "DELETE") return this.#delete(response, key);
    if (key === "" && url.searchParams.get("list-type") === "2") return this.#list(response, url);
    return this.#get(request, response, key);
  }

  #put(request: IncomingMessage, response: ServerResponse, key: string, content: Buffer): void {
    if (request.headers["content-length"] === undefined) return refuse(response, 411, "MissingContentLength");
    this.objects.set(key, { content, writtenAt: new Date() });
    response.writeHead(200, { etag: `"${createHash("md5").update(content).digest("hex")}"` }).end();
  }

  #delete(response: ServerResponse, key: string): void {
    this.objects.delete(key);
    response.writeHead(204).end();
  }

  #get(request: IncomingMessage, response: ServerResponse, key: string): void {
    const stored = this.objects.get(key);
    if (!stored) return refuse(response, 404, "NoSuchKey");
    const { content } = stored;
    const range = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? "");
    if (!range) {
      response.writeHead(200, { "content-length": content.length }).end(content);
      return;
    }
    const [from, to] = [Number(range[1]), Math.min(Number(range[2]), content.length - 1)];
    if (from >= content.length) return refuse(response, 416, "InvalidRange");
    response
      .writeHead(206, {
        "content-length": to - from + 1,
        "content-range": `bytes ${from}-${to}/${content.length}`,
      })
      .end(content.subarray(from, to + 1));
  }

  #list(response: ServerResponse, url: URL): void {
    const after = url.searchParams.get("continuation-token") ?? "";
    const prefix = url.searchParams.get("prefix") ?? "";
    const keys = [...this.objects.keys()]
      .toSorted()
      .filter((key) => key.startsWith(prefix) && `${key}&=+` > after);
    const page = keys.slice(0, this.pageSize);
    const contents = page.map((key) => {
      const { content, writtenAt } = this.objects.get(key)!;
      return `<Contents><Key>${key}</Key><LastModified>${writtenAt.toISOString()}</LastModified><Size>${content.length}</Size></Contents>`;
    });
    // Tokens are opaque and hold what has to be escaped.
    const next =
      keys.length > page.length ? `<NextContinuationToken>${page.at(-1)}&amp;=+</NextContinuationToken>` : "";
    response
      .writeHead(200, { "content-type": "application/xml" })
      .end(
        `<?xml version="1.0" encoding="UTF-8"?>\n<ListBucketResult><IsTruncated>${next !== ""}</IsTruncated>${next}${contents.join("")}</ListBucketResult>`,
      );
  }
}

function refuse(response: ServerResponse, status: number, code: string): void {
  response
    .writeHead(status, { "content-type": "application/xml" })
    .end(`<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${code}</Code><Message>No.</Message></Error>`);
}

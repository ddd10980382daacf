import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { type Readable } from "node:stream";
import { setTimeout as sleep } from "node:timers/promises";
import { AwsV4Signer } from "aws4fetch";
import { Agent, request } from "undici";
import { guardedLookup, type Range, readOutgoingUrl } from "../../outgoing.ts";
import { type ByteRange, type FileStorage, isStorageKey, type StoredKey } from "./port.ts";

/** A bucket, and credentials that may read, write, delete and list what is in it. */
export interface S3Options {
  /** Where the store is, such as `https://s3.eu-central-1.amazonaws.com` or `http://minio:9000`; the bucket comes after it. */
  readonly endpoint: string;
  readonly bucket: string;
  readonly region: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  /** For an address that somebody entered: the private networks it may lie in; all others are refused. */
  readonly guard?: readonly Range[];
}

interface Reached extends Omit<S3Options, "guard"> {
  readonly dispatcher?: Agent;
}

interface S3Request {
  readonly method: "GET" | "PUT" | "DELETE";
  /** Below the bucket; empty for the bucket itself. */
  readonly key: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: () => Readable;
  readonly signal: AbortSignal;
}

interface S3Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: Readable;
}

const patienceMs = 60_000;
const tries = 3;
const nothing = createHash("sha256").digest("hex");

/** Keeps files in a bucket of any store that speaks S3, addressed by path and signed with Signature Version 4. */
export function s3Storage(options: S3Options): FileStorage {
  const { guard, ...store } = options;
  if (guard) readOutgoingUrl(store.endpoint, guard);
  const dispatcher = guard && new Agent({ connect: { lookup: guardedLookup(guard) } });
  const call = (asked: S3Request) => callStore({ ...store, ...(dispatcher && { dispatcher }) }, asked);
  const checked = (key: string): string => {
    if (!isStorageKey(key)) throw new Error("This is no key of a stored file.");
    return key;
  };
  return {
    name: "s3",
    async put(key, path, { signal }) {
      const { size } = await stat(path);
      const headers = { "content-length": String(size), "x-amz-content-sha256": await hashOf(path) };
      const body = () => createReadStream(path);
      const { status, body: said } = await call({ method: "PUT", key: checked(key), headers, body, signal });
      if (status !== 200) throw refused("PUT", status, await codeIn(said));
      said.resume();
    },
    async get(key, range) {
      const { status, headers, body } = await call({
        method: "GET",
        key: checked(key),
        ...(range && { headers: { range: `bytes=${range.from}-${range.to}` } }),
        signal: AbortSignal.timeout(patienceMs),
      });
      if (status !== (range ? 206 : 200)) {
        const code = await codeIn(body);
        if (code === "NoSuchKey") return null;
        throw refused("GET", status, code);
      }
      // Destroyed before its end it fails, which ends the process when nobody listens; whoever reads it hears of it all the same.
      body.on("error", () => undefined);
      return { stream: body, bytes: sizeIn(headers, range) };
    },
    async delete(key, { signal }) {
      const { status, body } = await call({ method: "DELETE", key: checked(key), signal });
      if (status !== 204 && status !== 200 && status !== 404)
        throw refused("DELETE", status, await codeIn(body));
      body.resume();
    },
    async *list(tenantId, { signal }) {
      let after: string | undefined;
      do {
        const page: string = await textOf(
          await call({
            method: "GET",
            key: "",
            query: {
              "list-type": "2",
              prefix: `${tenantId}/`,
              ...(after !== undefined && { "continuation-token": after }),
            },
            signal,
          }),
        );
        yield* keysIn(page);
        after = valueIn(page, "NextContinuationToken");
      } while (after !== undefined);
    },
  };
}

/** Asks the store; what may pass by itself (no connection, 429, 5xx) is tried again, with growing pauses. */
async function callStore(options: Reached, asked: S3Request): Promise<S3Answer> {
  for (let attempt = 1; ; attempt++) {
    const answer = await callOnce(options, asked).catch((failure: unknown) => {
      if (attempt === tries || asked.signal.aborted) throw failure;
      return null;
    });
    if (answer && (attempt === tries || (answer.status !== 429 && answer.status < 500))) return answer;
    answer?.body.resume();
    await sleep(200 * 2 ** attempt, undefined, { signal: asked.signal });
  }
}

async function callOnce(
  { endpoint, bucket, region, dispatcher, ...credentials }: Reached,
  { method, key, query, headers = {}, body, signal }: S3Request,
): Promise<S3Answer> {
  const url = new URL(`${endpoint.replace(/\/$/, "")}/${bucket}/${key}`);
  for (const [name, value] of Object.entries(query ?? {})) url.searchParams.set(name, value);
  const signed = await new AwsV4Signer({
    method,
    url: url.href,
    headers: { "x-amz-content-sha256": nothing, ...headers },
    service: "s3",
    region,
    ...credentials,
  }).sign();
  const answer = await request(signed.url, {
    method,
    headers: Object.fromEntries(signed.headers),
    body: body?.() ?? null,
    signal,
    ...(dispatcher && { dispatcher }),
    headersTimeout: patienceMs,
    bodyTimeout: patienceMs,
  });
  return { status: answer.statusCode, headers: answer.headers, body: answer.body };
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  return hash.digest("hex");
}

/** How many bytes the whole file has, also where a part of it was asked for. */
function sizeIn(headers: S3Answer["headers"], range: ByteRange | undefined): number {
  const told = range ? String(headers["content-range"]).split("/")[1] : headers["content-length"];
  const size = Number(told ?? Number.NaN);
  if (!Number.isSafeInteger(size)) throw new Error("The store did not say how large a file is.");
  return size;
}

const longestText = 2_000_000;

async function textIn(body: Readable): Promise<string> {
  let text = "";
  for await (const chunk of body) {
    text += String(chunk);
    if (text.length > longestText) throw new Error("The store's answer has no end.");
  }
  return text;
}

async function textOf({ status, body }: S3Answer): Promise<string> {
  if (status !== 200) throw refused("GET", status, await codeIn(body));
  return textIn(body);
}

const valueIn = (xml: string, name: string): string | undefined =>
  new RegExp(`<${name}>([^<]*)</${name}>`).exec(xml)?.[1]?.replaceAll("&amp;", "&");

const codeIn = async (body: Readable): Promise<string | undefined> => valueIn(await textIn(body), "Code");

/** What a store said when it did not do what it was asked. */
export class StoreRefused extends Error {
  override readonly name = "StoreRefused";
  readonly status: number;
  readonly code: string | undefined;

  constructor(method: string, status: number, code: string | undefined) {
    super(`The store answered ${status} ${code ?? ""} to ${method}.`);
    this.status = status;
    this.code = code;
  }
}

const refused = (method: string, status: number, code: string | undefined): StoreRefused =>
  new StoreRefused(method, status, code);

function* keysIn(page: string): Iterable<StoredKey> {
  for (const [, content = ""] of page.matchAll(/<Contents>(.*?)<\/Contents>/gs)) {
    const key = valueIn(content, "Key") ?? "";
    // A bucket may hold other things.
    if (isStorageKey(key)) yield { key, writtenAt: new Date(valueIn(content, "LastModified") ?? 0) };
  }
}

import { type WebhookEvents } from "./contract.ts";

/** One event as a webhook brings it. */
export type WebhookEvent = {
  [Name in keyof WebhookEvents]: {
    readonly type: Name;
    /** When it happened, in the site's time. */
    readonly timestamp: string;
    readonly data: WebhookEvents[Name];
    /** The version of the event's shape. */
    readonly apiVersion: string;
  };
}[keyof WebhookEvents];

/** A webhook that must not be believed. Answer it with status 400. */
export class WebhookError extends Error {
  override readonly name = "WebhookError";
}

/** How strictly a webhook is judged. */
export interface VerifyOptions {
  /** Seconds its timestamp may lie in the past or in the future; 300 unless told. */
  readonly toleranceSeconds?: number;
  /** The present in milliseconds, for tests. */
  readonly now?: number;
}

type SentHeaders = Headers | Readonly<Record<string, string | readonly string[] | undefined>>;

/**
 * Checks the signature of a webhook (https://www.standardwebhooks.com) and answers its event. Give the body exactly as received,
 * before any JSON parser; during the rotation of a secret, give both. Rejects with `WebhookError`.
 */
export async function constructEvent(
  rawBody: string | Uint8Array,
  headers: SentHeaders,
  secret: string | readonly string[],
  { toleranceSeconds = 300, now = Date.now() }: VerifyOptions = {},
): Promise<WebhookEvent> {
  if (typeof rawBody !== "string" && !(rawBody instanceof Uint8Array)) {
    throw new WebhookError("Pass the raw request body as text or bytes, not the parsed JSON.");
  }
  const [id, timestamp, signatures] = ["id", "timestamp", "signature"].map((part) =>
    headerOf(headers, `webhook-${part}`),
  );
  if (!id || !timestamp || !signatures) {
    throw new WebhookError(
      "The headers webhook-id, webhook-timestamp and webhook-signature must all be there.",
    );
  }
  const seconds = Number(timestamp);
  if (!/^\d{1,12}$/.test(timestamp) || Math.abs(now / 1000 - seconds) > toleranceSeconds) {
    throw new WebhookError(
      `The timestamp is more than ${toleranceSeconds} seconds off. Check this machine's clock; an old webhook may be a replay.`,
    );
  }
  const body = typeof rawBody === "string" ? new TextEncoder().encode(rawBody) : rawBody;
  const signed = joined(new TextEncoder().encode(`${id}.${timestamp}.`), body);
  for (const one of [secret].flat()) {
    if (await isSignedWith(one, signed, signatures)) return JSON.parse(new TextDecoder().decode(body));
  }
  throw new WebhookError(
    "No signature matches. Check the endpoint's secret, and that the body is passed exactly as received.",
  );
}

async function isSignedWith(
  secret: string,
  signed: Uint8Array<ArrayBuffer>,
  signatures: string,
): Promise<boolean> {
  const algorithm = { name: "HMAC", hash: "SHA-256" };
  const bytes = fromBase64(secret.replace(/^whsec_/, ""));
  if (!bytes || bytes.length === 0)
    throw new WebhookError("The secret is not one of an endpoint; it starts with whsec_.");
  const key = await crypto.subtle.importKey("raw", bytes, algorithm, false, ["verify"]);
  for (const entry of signatures.split(" ")) {
    const [version, text = ""] = entry.split(",");
    const signature = fromBase64(text);
    // `verify` compares in constant time.
    if (version === "v1" && signature && (await crypto.subtle.verify("HMAC", key, signature, signed)))
      return true;
  }
  return false;
}

function headerOf(headers: SentHeaders, name: string): string | null {
  if (headers instanceof Headers) return headers.get(name);
  const found = Object.entries(headers).find(([sent]) => sent.toLowerCase() === name)?.[1];
  return typeof found === "string" ? found : (found?.[0] ?? null);
}

function fromBase64(text: string): Uint8Array<ArrayBuffer> | null {
  try {
    return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  } catch {
    return null;
  }
}

function joined(head: Uint8Array, tail: Uint8Array): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(head.length + tail.length);
  whole.set(head);
  whole.set(tail, head.length);
  return whole;
}

import { type Client, clientOf } from "./client.ts";

/** What a tenant's server needs to call the API. */
export interface ServerOptions {
  /** The API's origin, such as `https://api.example.com`. */
  readonly url: string;
  /** The secret key, `sk_…`. It must never reach a browser. */
  readonly secretKey: string;
  /** Calls in the name of this member: they may do what the member may, within the key's scopes. */
  readonly actingFor?: string;
  /** The language of answers, as a BCP 47 tag. */
  readonly locale?: string;
  /** Milliseconds until one attempt is given up, 20,000 unless told. */
  readonly timeoutMs?: number;
  readonly fetch?: typeof fetch;
}

/** Connects a tenant's own server to the API: Node, Bun, Deno or an edge runtime. */
export function connectServer({ url, secretKey, actingFor, locale, ...wire }: ServerOptions): Client {
  if (!secretKey.startsWith("sk_")) {
    throw new TypeError(
      "connectServer needs a secret key, which starts with sk_. Copy one from the admin app.",
    );
  }
  const headers = {
    Authorization: `Bearer ${secretKey}`,
    ...(actingFor && { "Tessera-Acting-For": actingFor }),
    ...(locale && { "Tessera-Locale": locale }),
  };
  return clientOf({ ...wire, url: url.replace(/\/+$/, ""), headers: async () => headers });
}

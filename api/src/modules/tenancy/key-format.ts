import { createHmac, randomBytes } from "node:crypto";
import { bytesToId, idToBytes, tokenHash } from "../../platform/ids.ts";
import { type Tenant } from "../../platform/scope/tenant.ts";
import { type KeyKind } from "./models/api-key.ts";

/** A new key, shown once, and what is stored of it. */
export interface NewKey {
  readonly token: string;
  readonly hash: string;
  readonly hint: string;
}

/** Makes a key of a tenant: `pk_live_…`, `pk_test_…`, `sk_live_…` or `sk_test_…`, then the tenant's id and 192 random bits. */
export function makeKey(kind: KeyKind, { id, isSandbox }: Pick<Tenant, "id" | "isSandbox">): NewKey {
  const prefix = `${kind === "secret" ? "sk" : "pk"}_${isSandbox ? "test" : "live"}_`;
  const token = prefix + Buffer.concat([idToBytes(id), randomBytes(24)]).toString("base64url");
  return { token, hash: tokenHash(token), hint: `${prefix}…${token.slice(-4)}` };
}

/** What a key says about itself, before it is known whether it exists; null when it is no key at all. */
export function readKey(token: string): { readonly kind: KeyKind; readonly tenantId: string } | null {
  const [, kind, encoded = ""] = /^(sk|pk)_(?:live|test)_([\w-]{54})$/.exec(token) ?? [];
  if (kind === undefined) return null;
  const tenantId = bytesToId(Buffer.from(encoded, "base64url").subarray(0, 16));
  return { kind: kind === "sk" ? "secret" : "publishable", tenantId };
}

/**
 * The key in a page that the API serves itself for a site. It names the site and is no secret: it opens nothing but what such
 * pages are for, from the API's own origin.
 */
export const pageKeyOf = (tenantId: string): string => `pk_page_${idToBytes(tenantId).toString("base64url")}`;

/** The site a page key names; null for any other text. */
export function readPageKey(token: string): string | null {
  const [, encoded] = /^pk_page_([\w-]{22})$/.exec(token) ?? [];
  return encoded === undefined ? null : bytesToId(Buffer.from(encoded, "base64url"));
}

/** The kid of member tokens signed with a secret key: tells which key it was without telling the key. */
export const signingIdOf = (hash: string): string => hash.slice(0, 16);

/** What member tokens are signed with (HS256): follows from the secret key, so that a server keeps one secret only. */
export const signingKeyOf = (token: string): Buffer =>
  createHmac("sha256", token).update("tessera member token").digest();

/** Who a member is, as the tenant's own server vouches for it. */
export interface MemberClaims {
  /** The person's id in the tenant's own system; the same person always has the same one. */
  readonly subject: string;
  readonly email: string;
  /** Whether the tenant's server knows that the person reads this mailbox. Only then may the token join an existing member. */
  readonly emailVerified?: boolean;
  readonly name?: string;
  /**
   * Marketplace roles the member has by your server's word, such as `client`, in place of those your last token named. Roles the member
   * chose, was approved for or was given by your team stay besides. Without `roles` nothing changes.
   */
  readonly roles?: readonly string[];
  /** A BCP 47 tag, such as `zh-CN`. */
  readonly locale?: string;
  /** An IANA zone, such as `Europe/Berlin`. */
  readonly timeZone?: string;
}

/** What a member token is signed with. */
export interface SigningOptions {
  /** The site's secret key, `sk_…`. It must never reach a browser. */
  readonly secretKey: string;
  /** Seconds the token may be used, 300 unless told, at most 600. It can be exchanged once. */
  readonly lifetimeSeconds?: number;
  /** The present in milliseconds, for tests. */
  readonly now?: number;
}

/** Signs the short token that a page hands to the widgets, which exchange it for a session of that member. */
export async function signMemberToken(
  { subject, email, emailVerified, name, roles, locale, timeZone }: MemberClaims,
  { secretKey, lifetimeSeconds = 300, now = Date.now() }: SigningOptions,
): Promise<string> {
  if (!secretKey.startsWith("sk_"))
    throw new TypeError("A member token is signed with a secret key, which starts with sk_.");
  if (lifetimeSeconds > 600) throw new TypeError("A member token may live for 600 seconds at most.");
  const iat = Math.floor(now / 1000);
  const jti = base64url(crypto.getRandomValues(new Uint8Array(16)));
  const person = {
    sub: subject,
    email,
    email_verified: emailVerified,
    name,
    roles,
    locale,
    time_zone: timeZone,
  };
  const kid = base64url(await crypto.subtle.digest("SHA-256", bytesOf(secretKey))).slice(0, 16);
  const text = [
    { alg: "HS256", typ: "JWT", kid },
    { ...person, aud: "tessera", jti, iat, exp: iat + lifetimeSeconds },
  ]
    .map((part) => base64url(bytesOf(JSON.stringify(part))))
    .join(".");
  // The key for tokens follows from the secret key, so that a server keeps one secret only.
  const signingKey = await hmac(bytesOf(secretKey), "tessera member token");
  return `${text}.${base64url(await hmac(signingKey, text))}`;
}

async function hmac(key: BufferSource, text: string): Promise<ArrayBuffer> {
  const algorithm = { name: "HMAC", hash: "SHA-256" };
  const imported = await crypto.subtle.importKey("raw", key, algorithm, false, ["sign"]);
  return crypto.subtle.sign("HMAC", imported, bytesOf(text));
}

const bytesOf = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);

const base64url = (bytes: ArrayBuffer | Uint8Array<ArrayBuffer>): string =>
  btoa(String.fromCharCode(...new Uint8Array(bytes)))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");

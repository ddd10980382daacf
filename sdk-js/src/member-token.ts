/** Who a member is, as the tenant's own server vouches for it. */
export interface MemberClaims {
  /** The member's id in the tenant's own system; the same person always has the same one. */
  readonly subject: string;
  readonly email: string;
  readonly name: string;
  /** Marketplace roles the member should have, such as `client`. */
  readonly roles?: readonly string[];
}

/** What a member token is signed with. */
export interface SigningOptions {
  /** The site's identity secret, from the admin app. It must never reach a browser. */
  readonly secret: string;
  /** Seconds the token may be used, 300 unless told, at most 600. It can be exchanged once. */
  readonly lifetimeSeconds?: number;
  /** The present in milliseconds, for tests. */
  readonly now?: number;
}

/** Signs the short token that a page hands to the widgets, which exchange it for a session of that member. */
export async function signMemberToken(
  { subject, email, name, roles }: MemberClaims,
  { secret, lifetimeSeconds = 300, now = Date.now() }: SigningOptions,
): Promise<string> {
  if (lifetimeSeconds > 600) throw new TypeError("A member token may live for 600 seconds at most.");
  const issuedAt = Math.floor(now / 1000);
  const jti = base64url(crypto.getRandomValues(new Uint8Array(16)));
  const claims = {
    sub: subject,
    email,
    name,
    roles,
    aud: "tessera",
    jti,
    iat: issuedAt,
    exp: issuedAt + lifetimeSeconds,
  };
  const text = `${encoded({ alg: "HS256", typ: "JWT" })}.${encoded(claims)}`;
  const bytes = new TextEncoder();
  const key = await crypto.subtle.importKey(
    "raw",
    bytes.encode(secret),
    { name: "HMAC", hash: "SHA-256" },
    false,
    ["sign"],
  );
  return `${text}.${base64url(new Uint8Array(await crypto.subtle.sign("HMAC", key, bytes.encode(text))))}`;
}

const encoded = (value: object): string => base64url(new TextEncoder().encode(JSON.stringify(value)));

const base64url = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");

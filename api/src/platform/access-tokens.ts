import { jwtVerify, SignJWT } from "jose";
import { wallClock } from "./clock.ts";
import { idOfShort, shortId } from "./ids.ts";
import { keyRing } from "./secrets.ts";

/** Whose access token it is: people of a site, its team, or those who run Tessera. */
export type TokenAudience = "member" | "staff" | "operator";

/** What an access token says. Whether its session still lives is asked apart. */
export interface AccessClaims {
  readonly audience: TokenAudience;
  /** Null for operators alone. */
  readonly tenantId: string | null;
  /** The member or account. */
  readonly subjectId: string;
  readonly sessionId: string;
  /** The version of the member or account when it was issued; a newer one ends the token. */
  readonly version: number;
  /** The visitor a member was on this page before signing in. */
  readonly visitorId: string | null;
  /** The page's origin it was issued to. */
  readonly origin: string | null;
  readonly expiresAt: Date;
}

const purpose = "access tokens";
const issuer = "tessera";
const type = "at+jwt"; // RFC 9068, so that no other JWT passes for one
const skewSeconds = 60;

/** Signs an access token (JWT, HS256) that ends at `expiresAt`. */
export async function signAccessToken(claims: AccessClaims, now: Date = wallClock()): Promise<string> {
  const { audience, tenantId, subjectId, sessionId, version, visitorId, origin, expiresAt } = claims;
  const ring = keyRing();
  return new SignJWT({
    ...(tenantId !== null && { tid: shortId(tenantId) }),
    sid: shortId(sessionId),
    ver: version,
    ...(visitorId !== null && { vid: shortId(visitorId) }),
    ...(origin !== null && { origin }),
  })
    .setProtectedHeader({ alg: "HS256", typ: type, kid: ring.currentId })
    .setIssuer(issuer)
    .setAudience(audience)
    .setSubject(shortId(subjectId))
    .setIssuedAt(Math.floor(now.getTime() / 1000))
    .setExpirationTime(Math.floor(expiresAt.getTime() / 1000))
    .sign(ring.keyFor(purpose)!);
}

const maxKnown = 20_000;
const known = new Map<string, AccessClaims>();

/** What a token says, or null when it is not ours, was altered or has ended. A token is verified once; then it is remembered. */
export async function readAccessToken(token: string): Promise<AccessClaims | null> {
  const remembered = known.get(token);
  if (remembered) {
    if (remembered.expiresAt > wallClock()) return remembered;
    known.delete(token);
    return null;
  }
  const claims = await verify(token);
  if (!claims) return null;
  if (known.size >= maxKnown) forgetOldest();
  known.set(token, claims);
  return claims;
}

async function verify(token: string): Promise<AccessClaims | null> {
  const now = wallClock();
  try {
    const { payload } = await jwtVerify(
      token,
      ({ kid }) => {
        const key = kid === undefined ? null : keyRing().keyFor(purpose, kid);
        if (!key) throw new Error("This token was signed with a key that is not in the ring.");
        return key;
      },
      {
        algorithms: ["HS256"],
        issuer,
        typ: type,
        currentDate: now,
        requiredClaims: ["sub", "aud", "sid", "ver", "iat", "exp"],
      },
    );
    const { aud, tid, sub, sid, ver, vid, origin, iat = 0, exp = 0 } = payload;
    if (iat * 1000 > now.getTime() + skewSeconds * 1000) return null;
    const [subjectId, sessionId] = [idOfShort(sub), idOfShort(sid)];
    if (!isAudience(aud) || subjectId === null || sessionId === null || typeof ver !== "number") return null;
    return {
      audience: aud,
      tenantId: idOfShort(tid),
      subjectId,
      sessionId,
      version: ver,
      visitorId: idOfShort(vid),
      origin: typeof origin === "string" ? origin : null,
      expiresAt: new Date(exp * 1000),
    };
  } catch {
    // Every way a token can be wrong has the same answer.
    return null;
  }
}

const isAudience = (aud: unknown): aud is TokenAudience =>
  aud === "member" || aud === "staff" || aud === "operator";

function forgetOldest(): void {
  let left = maxKnown / 10;
  for (const token of known.keys()) {
    if (left-- <= 0) return;
    known.delete(token);
  }
}

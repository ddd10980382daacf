import { decodeProtectedHeader, errors, jwtVerify } from "jose";
import { z } from "zod";
import { wallClock } from "../../platform/clock.ts";
import { tokenHash } from "../../platform/ids.ts";
import { type Scope } from "../../platform/scope/scope.ts";
import { plus } from "../../platform/time.ts";
import { findSigningKey } from "../tenancy/index.ts";
import { failure } from "./errors.ts";
import { emailInput, localeInput, nameInput, rolesInput, timeZoneInput } from "./person.ts";

const longestSeconds = 600;
const skewSeconds = 60;

/** What the tenant's server says of a person in a token it signed. */
const memberClaims = z.object({
  /** The person's id at the tenant's server. */
  sub: z.string().min(1).max(200),
  email: emailInput,
  /** Whether the tenant's server knows that the person reads this mailbox. */
  email_verified: z.boolean().optional(),
  name: nameInput.optional(),
  roles: rolesInput.optional(),
  locale: localeInput.optional(),
  time_zone: timeZoneInput.optional(),
  iat: z.number(),
  exp: z.number(),
  /** At least 128 random bits; each token is exchanged once. */
  jti: z.string().min(16).max(200),
});

export type MemberClaims = z.infer<typeof memberClaims>;

/** Reads a member token and uses it up. Refuses with `identity.token_refused` and the reason, for the tenant's developer. */
export async function useMemberToken(scope: Scope, token: string): Promise<MemberClaims> {
  const claims = await verify(scope, token);
  const { iat, exp, jti } = claims;
  const now = wallClock().getTime() / 1000;
  if (exp - iat > longestSeconds) throw refused(`exp is more than ${longestSeconds} seconds after iat`);
  if (iat > now + skewSeconds) throw refused("iat lies in the future");
  const expiresAt = plus(new Date(exp * 1000), skewSeconds * 1000);
  const used = await scope.sql`
    insert into exchanged_tokens (tenant_id, hash, expires_at, created_at)
    values (${scope.tenant.id}, ${tokenHash(jti)}, ${expiresAt}, ${scope.now})
    on conflict do nothing returning hash`;
  if (used.length === 0) throw refused("its jti was used before");
  return claims;
}

async function verify(scope: Scope, token: string): Promise<MemberClaims> {
  const key = await keyOf(scope, token);
  if (!key) throw refused("its kid names no secret key of this site");
  try {
    const { payload } = await jwtVerify(token, key, {
      algorithms: ["HS256"],
      audience: "tessera",
      currentDate: wallClock(),
      clockTolerance: skewSeconds,
      requiredClaims: ["sub", "iat", "exp", "jti"],
    });
    const parsed = memberClaims.safeParse(payload);
    if (parsed.success) return parsed.data;
    throw refused(`its claim ${parsed.error.issues[0]?.path.join(".") ?? ""} is not right`);
  } catch (thrown) {
    if (thrown instanceof errors.JWTExpired) throw refused("it has expired");
    if (thrown instanceof errors.JWTClaimValidationFailed)
      throw refused(`its claim ${thrown.claim} is not right`);
    if (thrown instanceof errors.JOSEError) throw refused("its signature does not fit the secret key");
    throw thrown;
  }
}

async function keyOf(scope: Scope, token: string): Promise<Buffer | null> {
  try {
    const { kid } = decodeProtectedHeader(token);
    return kid === undefined ? null : await findSigningKey(scope, kid);
  } catch (thrown) {
    if (thrown instanceof TypeError) throw refused("it is not a JWT");
    throw thrown;
  }
}

const refused = (reason: string) => failure("identity.token_refused", { reason });

import { createHash, createHmac, randomBytes } from "node:crypto";
import { SignJWT } from "jose";
import { addAccount, hashPassword } from "../../src/modules/identity/index.ts";
import { noTenant } from "../../src/platform/scope/tenant.ts";
import { type TestHouse, type TestSite } from "../house.ts";
import { type Headers } from "./callers.ts";

/** A session as answered. */
export interface Session {
  readonly accessToken: string;
  readonly refreshToken: string;
  readonly member: { readonly id: string };
}

/** Somebody who runs Tessera, signed in. */
export async function operatorHeaders(house: TestHouse): Promise<Headers> {
  const who = { email: "operator@tessera.example", password: "walnut-harbour-19" };
  const passwordHash = await hashPassword(who.password);
  await house.within(noTenant, (scope) =>
    addAccount(scope, { email: who.email, name: "Operator", passwordHash, isOperator: true }),
  );
  const { accessToken } = await house.ok<Session>("identity.operatorSignIn", who);
  return { Authorization: `Bearer ${accessToken}` };
}

/** Signs somebody in by the code of their newest mail. */
export async function person(house: TestHouse, site: TestSite, email: string, name: string) {
  const sent = { headers: site.visitor };
  const before = (await house.mailsTo(site.live, email)).length;
  await house.ok("identity.requestCode", { email }, sent);
  const code = await house.until(`a code for ${email}`, async () => {
    const mails = await house.mailsTo(site.live, email);
    return mails.length > before && /\b\d{6}\b/.exec(mails[0]?.text ?? "")?.[0];
  });
  const session = await house.ok<Session>("identity.signInWithCode", { email, code, name }, sent);
  return {
    id: session.member.id,
    email,
    refreshToken: session.refreshToken,
    headers: { ...site.visitor, Authorization: `Bearer ${session.accessToken}` },
  };
}

/** What a tenant's server signs to bring its own person in. */
export function memberToken(secretKey: string, sub: string, roles?: readonly string[]): Promise<string> {
  const kid = createHash("sha256").update(secretKey).digest("base64url").slice(0, 16);
  const key = createHmac("sha256", secretKey).update("tessera member token").digest();
  return new SignJWT({
    sub,
    email: `${sub}@tenant.example`,
    email_verified: true,
    name: sub,
    roles,
    jti: randomBytes(16).toString("hex"),
  })
    .setProtectedHeader({ alg: "HS256", kid })
    .setAudience("tessera")
    .setIssuedAt()
    .setExpirationTime("5m")
    .sign(key);
}

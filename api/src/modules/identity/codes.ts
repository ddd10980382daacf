import { wallClock } from "../../platform/clock.ts";
import { newId } from "../../platform/ids.ts";
import { announce } from "../../platform/outbox/announce.ts";
import { type Scope } from "../../platform/scope/scope.ts";
import { randomDigits, seal, signerFor } from "../../platform/secrets.ts";
import { failure } from "./errors.ts";
import { SignInCode } from "./models/sign-in-code.ts";
import { codeEnd, codesSince, codeTries, minutesToNextCode } from "./rules/one-time-code.ts";

const fingerprints = signerFor("identity.code");
const payloadOf = (scope: Scope, email: string, code: string): string =>
  JSON.stringify([scope.tenant.id, email, code]);

export const codeBinding = (tenantId: string, codeId: string) => ({
  tenantId,
  purpose: "identity.code",
  subject: codeId,
});

/** Refuses with `identity.too_many_codes` when an address was sent enough codes within an hour, whoever it belongs to. */
export async function assertMayRequestCode(scope: Scope, email: string): Promise<void> {
  const now = wallClock();
  const recent = await scope
    .query(SignInCode)
    .where({ email })
    .where("requestedAt", ">", codesSince(now))
    .orderBy("requestedAt")
    .select("requestedAt");
  const wait = minutesToNextCode(
    recent.map(({ requestedAt }) => requestedAt),
    now,
  );
  if (wait !== null) throw failure("identity.too_many_codes", { minutes: wait });
}

/** Makes a code for an address in place of the ones before. With `isMailed` false nothing is sent, and it is counted all the same. */
export async function makeCode(
  scope: Scope,
  {
    email,
    locale,
    isMailed,
  }: { readonly email: string; readonly locale: string; readonly isMailed: boolean },
): Promise<SignInCode> {
  const now = wallClock();
  await scope.query(SignInCode).where({ email }).whereNull("endedAt").patch({ endedAt: now });
  const id = newId(now);
  const code = randomDigits(6);
  const row = await scope.query(SignInCode).insert({
    id,
    email,
    hash: fingerprints.sign(payloadOf(scope, email, code)),
    sealedCode: isMailed ? seal(code, codeBinding(scope.tenant.id, id)) : null,
    locale,
    attempts: 0,
    requestedAt: now,
    expiresAt: codeEnd(now),
    endedAt: isMailed ? null : now,
  });
  if (isMailed) await announce(scope, "identity.code_requested", { codeId: id });
  return row;
}

/**
 * Whether a code is the one sent to an address; answers its id. Every try counts, and after five the code is worth nothing, so
 * run it in a transaction that commits whatever the answer is.
 */
export async function tryCode(scope: Scope, email: string, code: string): Promise<string | null> {
  const now = wallClock();
  const row = await scope
    .query(SignInCode)
    .where({ email })
    .whereNull("endedAt")
    .orderBy("requestedAt", "desc")
    .first()
    .forUpdate();
  if (!row || row.expiresAt <= now) return null;
  const isRight = fingerprints.isSigned(payloadOf(scope, email, code), row.hash);
  const attempts = row.attempts + 1;
  const isSpent = !isRight && attempts >= codeTries;
  await scope
    .query(SignInCode)
    .where({ id: row.id })
    .patch({ attempts, ...(isSpent && { endedAt: now }) });
  return isRight ? row.id : null;
}

/** Uses a right code up. Answers false when somebody else was faster. */
export async function useCode(scope: Scope, codeId: string): Promise<boolean> {
  const used = await scope
    .query(SignInCode)
    .where({ id: codeId })
    .whereNull("endedAt")
    .patch({ endedAt: wallClock() });
  return used === 1;
}

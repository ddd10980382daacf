import { wallClock } from "../../../platform/clock.ts";
import { newId } from "../../../platform/ids.ts";
import { announce } from "../../../platform/outbox/announce.ts";
import { type Scope } from "../../../platform/scope/scope.ts";
import { randomDigits, seal, signerFor } from "../../../platform/secrets.ts";
import { plus, seconds } from "../../../platform/time.ts";
import { codeEnd, codesSince, codeTries, minutesToNextCode } from "../../identity/index.ts";
import { failure } from "../errors.ts";
import { forgetCodesLater } from "../forget.ts";
import { PhoneCode } from "../models/phone-code.ts";

/** How long somebody waits for a code before they may ask for another one. */
export const resendSeconds = 30;

const fingerprints = signerFor("notifications.phone_code");
const payloadOf = (scope: Scope, { memberId, phone }: Pick<PhoneCode, "memberId" | "phone">, code: string) =>
  JSON.stringify([scope.tenant.id, memberId, phone, code]);

/** What a code is sealed for. */
export const phoneCodeBinding = (tenantId: string, codeId: string) => ({
  tenantId,
  purpose: "notifications.phone_code",
  subject: codeId,
});

/** Refuses when a member has just asked for a code, or enough codes were sent within an hour to them or to the number. */
export async function assertMayTextCode(scope: Scope, memberId: string, phone: string): Promise<void> {
  const now = wallClock();
  const recent = await scope
    .query(PhoneCode)
    .where((either) => void either.where({ memberId }).orWhere({ phone }))
    .where("requestedAt", ">", codesSince(now))
    .orderBy("requestedAt");
  const own = recent.filter((code) => code.memberId === memberId);
  const newest = own.at(-1)?.requestedAt;
  const waitMs = newest ? plus(newest, seconds(resendSeconds)).getTime() - now.getTime() : 0;
  if (waitMs > 0) throw failure("notifications.phone_code_just_sent", { seconds: Math.ceil(waitMs / 1000) });
  for (const codes of [own, recent.filter((code) => code.phone === phone)]) {
    const wait = minutesToNextCode(
      codes.map(({ requestedAt }) => requestedAt),
      now,
    );
    if (wait !== null) throw failure("notifications.too_many_phone_codes", { minutes: wait });
  }
}

/** Makes a code for a number in place of the member's one before, and has it sent. */
export async function makePhoneCode(
  scope: Scope,
  whose: Pick<PhoneCode, "memberId" | "phone" | "locale">,
): Promise<PhoneCode> {
  const now = wallClock();
  await endPhoneCodes(scope, whose.memberId);
  const id = newId(now);
  const code = randomDigits(6);
  const row = await scope.query(PhoneCode).insert({
    ...whose,
    id,
    hash: fingerprints.sign(payloadOf(scope, whose, code)),
    sealedCode: seal(code, phoneCodeBinding(scope.tenant.id, id)),
    attempts: 0,
    requestedAt: now,
    expiresAt: codeEnd(now),
    endedAt: null,
  });
  await forgetCodesLater(scope);
  await announce(scope, "phone_code.requested", { codeId: id });
  return row;
}

/** Ends the code a member may have to type. */
export async function endPhoneCodes(scope: Scope, memberId: string): Promise<void> {
  await scope
    .query(PhoneCode)
    .where({ memberId })
    .whereNull("endedAt")
    .patch({ endedAt: wallClock(), sealedCode: null });
}

/**
 * Whether a code is the one sent to a member's number; answers its id. Every try counts, and after five the code is worth nothing,
 * so run it in a transaction that commits whatever the answer is.
 */
export async function tryPhoneCode(scope: Scope, memberId: string, code: string): Promise<string | null> {
  const now = wallClock();
  const row = await scope.query(PhoneCode).where({ memberId }).whereNull("endedAt").first().forUpdate();
  if (!row || row.expiresAt <= now) return null;
  const isRight = fingerprints.isSigned(payloadOf(scope, row, code), row.hash);
  const attempts = row.attempts + 1;
  const isSpent = !isRight && attempts >= codeTries;
  // The last try may be the right one and be made twice: the count stays within its bound.
  await scope
    .query(PhoneCode)
    .where({ id: row.id })
    .patch({ attempts: Math.min(attempts, codeTries), ...(isSpent && { endedAt: now, sealedCode: null }) });
  return isRight ? row.id : null;
}

/** Uses a right code up; answers the number it shows to be the member's, or null when somebody else was faster. */
export async function usePhoneCode(scope: Scope, codeId: string): Promise<string | null> {
  const row = await scope.query(PhoneCode).where({ id: codeId }).whereNull("endedAt").first().forUpdate();
  if (!row) return null;
  await scope.query(PhoneCode).where({ id: codeId }).patch({ endedAt: wallClock(), sealedCode: null });
  return row.phone;
}

import { isAttemptLeft } from "../../../platform/attempts.ts";
import { fingerprint } from "../../../platform/secrets.ts";
import { type Scope } from "../../../platform/scope/scope.ts";
import { type Finding } from "../rules/findings.ts";
import { safetyOf } from "../settings.ts";

// "Thanks!" and "See you at ten" are written again and again.
const shortest = 20;

const hour = 60;
const day = 24 * hour;

/** Counts a text, and tells whether its author writes too much or the same too often. A whole hour of it is told once. */
export async function spamIn(scope: Scope, memberId: string, text: string): Promise<readonly Finding[]> {
  const { perHour, repeats } = safetyOf(scope.tenant).spam;
  const isTooMuch =
    perHour > 0 &&
    !(await isAttemptLeft(scope, { what: "safety.write", who: memberId, times: perHour, minutes: hour }));
  const isSaidAgain =
    repeats > 0 &&
    text.length >= shortest &&
    !(await isAttemptLeft(scope, {
      what: "safety.repeat",
      who: `${memberId} ${fingerprint("safety.repeat", text.trim().toLowerCase())}`,
      times: repeats,
      minutes: day,
    }));
  if (!isTooMuch && !isSaidAgain) return [];
  const isNews = await isAttemptLeft(scope, { what: "safety.spam", who: memberId, times: 1, minutes: hour });
  return isNews ? [{ rule: "spam", excerpt: "" }] : [];
}

import { wallClock } from "../../platform/clock.ts";
import { newId } from "../../platform/ids.ts";
import { type Scope } from "../../platform/scope/scope.ts";
import { addMember } from "../identity/index.ts";
import { changeProfile } from "../people/index.ts";
import { ProviderApplication } from "../people/models/provider-application.ts";
import { type ProfileChange } from "../people/profile/change-profile.ts";
import { coachingFactors } from "../people/quiz/factors.ts";
import { Host } from "../scheduling/models/host.ts";
import { buildHours, buildOffer } from "../scheduling/testing.ts";

let made = 0;

/** What a coach of a test is like where it matters. */
export interface CoachOptions extends ProfileChange {
  readonly priceMinor?: number;
  readonly currency?: string;
  readonly timeZone?: string;
  /** Hours of every day; none keeps the calendar empty. */
  readonly hours?: { startMinute: number; endMinute: number } | null;
}

/** A coach who is approved, listed and open every day from 8 to 21, with one offer; answers the member's id and the offer's. */
export async function buildCoach(
  scope: Scope,
  {
    priceMinor = 8000,
    currency = "EUR",
    timeZone = "Europe/Berlin",
    hours = { startMinute: 480, endMinute: 1260 },
    ...profile
  }: CoachOptions = {},
): Promise<{ id: string; offerId: string }> {
  made += 1;
  const { id } = await addMember(scope, {
    email: `coach-${made}-${newId(wallClock()).slice(-6)}@example.com`,
    isEmailVerified: true,
    name: `Coach ${made}`,
    roles: ["coach"],
  });
  await scope
    .query(ProviderApplication)
    .insert({ memberId: id, role: "coach", state: "approved", note: "", reason: null });
  await changeProfile(scope, id, {
    headline: "Coach",
    expertise: ["Career change", "Public speaking"],
    languages: ["en"],
    countries: ["DE"],
    isListed: true,
    ...profile,
  });
  await scope.query(Host).insert({ id, timeZone, isAccepting: true, isListed: true });
  if (hours) await buildHours(scope, id, hours);
  const offer = await buildOffer(scope, id, { amountMinor: priceMinor, currency });
  return { id, offerId: offer.id };
}

/** A complete quiz of somebody in Berlin who wants to change their career, with other answers where given. */
export const completeQuiz = (other: object = {}): Record<string, unknown> => ({
  ...Object.fromEntries(
    coachingFactors.map(({ key, kind, options }) => {
      const [first] = options;
      const answers = {
        text: "I want to change my career",
        choice: first?.key,
        choices: [first?.key],
        languages: ["en"],
        country: "DE",
        zone: "Europe/Berlin",
        money: { amountMinor: 9000, currency: "EUR" },
        week: [{ weekday: 1, part: "evening" }],
      };
      return [key, answers[kind]];
    }),
  ),
  ...other,
});

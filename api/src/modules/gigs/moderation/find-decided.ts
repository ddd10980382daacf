import { type Scope } from "../../../platform/scope/scope.ts";
import { Gig } from "../models/gig.ts";
import { type Decision, standsAs } from "../rules/standing.ts";

/** A gig as its seller is told of a decision about it; null when it does not stand so any more. */
export async function findDecided(
  scope: Scope,
  gigId: string,
  decision: Decision,
): Promise<{ readonly title: string; readonly reason: string | null } | null> {
  const [gig] = await scope.read<Gig>`
    select title, moderation, moderation_reason, hidden_at from ${Gig} g where id = ${gigId}`;
  if (!gig || !standsAs({ moderation: gig.moderation, isHidden: gig.hiddenAt !== null }, decision))
    return null;
  return { title: gig.title, reason: gig.moderationReason };
}

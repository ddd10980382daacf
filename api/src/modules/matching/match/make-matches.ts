import { AiUnavailable } from "../../../platform/providers/ai/port.ts";
import { embedLocally } from "../../../platform/providers/ai/local-embedding.ts";
import { type CallOptions } from "../../../platform/rpc/operation.ts";
import { type Scope } from "../../../platform/scope/scope.ts";
import { hours, plus } from "../../../platform/time.ts";
import { setTimer } from "../../../platform/timers/timer.ts";
import { readPeople } from "../../people/index.ts";
import { expertiseText } from "../embeddings/expertise-text.ts";
import { keepVectors } from "../embeddings/store.ts";
import { forgetGoalTimer, goalKeptFor } from "../embeddings/forget-goal.ts";
import { CachedMatch } from "../models/cached-match.ts";
import { Pool } from "../rules/pool.ts";
import { ratingReason, reasonsFor } from "../rules/reasons.ts";
import { ratesOf } from "../settings.ts";
import { forgetMatchTimer } from "./forget-match.ts";
import { keptPools } from "./kept-pools.ts";
import { type Match, type Matches } from "./matches.ts";
import { type MatchTask } from "./prepare-match.ts";

const matchCount = 10;

const cachedHours = 24;

/** The vectors of the missing texts; null when the provider did not answer in time or at all. */
export async function embedMissing(
  { ai, missing }: MatchTask,
  options: CallOptions,
): Promise<readonly Float32Array[] | null> {
  if (missing.length === 0) return [];
  try {
    return await ai.embed(
      missing.map(({ text }) => text),
      options,
    );
  } catch (problem) {
    if (problem instanceof AiUnavailable) return null;
    throw problem;
  }
}

/** Makes an answer, and keeps it for a day when nothing was missing. Without a vector of the goal it is the best rated. */
export async function makeMatches(
  scope: Scope,
  task: MatchTask,
  vectors: readonly Float32Array[] | null,
): Promise<Matches> {
  if (vectors !== null) await keep(scope, task, vectors);
  const pool = task.pool ?? poolOf(task, vectors);
  const isWhole = vectors !== null && task.left === 0;
  if (!task.pool && isWhole) keptPools.keep(scope.tenant.id, task.poolVersion, pool);

  const goalAt = task.missing.findIndex(({ ownerKind }) => ownerKind === "goal");
  if (goalAt >= 0 && vectors === null) return bestRated(scope, task, pool);
  const goal = goalAt >= 0 ? vectors![goalAt]! : task.subject.goal;
  const made = await score(scope, { ...task, subject: { ...task.subject, goal } }, pool);
  if (isWhole) await cache(scope, task, made);
  return made;
}

async function keep(
  scope: Scope,
  { ai, missing, client }: MatchTask,
  vectors: readonly Float32Array[],
): Promise<void> {
  await keepVectors(scope, ai.embedding.id, missing, vectors);
  if (missing.some(({ ownerKind }) => ownerKind === "goal"))
    await setTimer(scope, {
      name: forgetGoalTimer,
      subjectId: client.id,
      dueAt: plus(scope.now, goalKeptFor),
    });
}

function poolOf({ candidates, missing }: MatchTask, vectors: readonly Float32Array[] | null): Pool {
  const made = new Map(
    vectors?.map((vector, at) => [missing[at]!.ownerKind === "profile" ? missing[at]!.ownerId : "", vector]),
  );
  return new Pool(
    candidates.map((candidate) => ({
      ...candidate,
      expertise: candidate.expertise ?? made.get(candidate.id) ?? null,
    })),
  );
}

async function score(
  scope: Scope,
  { subject, profile, ai, goal, except }: MatchTask,
  pool: Pool,
): Promise<Matches> {
  const rates = ratesOf(scope.tenant);
  const scales = { rates, ...ai.embedding };
  const best = pool.best(matchCount, { profile, subject, scales, except });
  const people = await readPeople(
    scope,
    best.map(({ candidate }) => candidate.id),
  );
  const goalVector = embedLocally(goal);
  const items = best.map((ranked): Match => {
    const person = people.get(ranked.candidate.id);
    const topics = person ? topicsNear(goalVector, person) : [];
    return {
      memberId: ranked.candidate.id,
      score: ranked.score,
      confidence: ranked.confidence,
      parts: ranked.parts,
      reasons: reasonsFor(ranked, subject, { topics, rates }),
      adjustments: ranked.adjustments,
    };
  });
  return { source: "scored", madeAt: scope.now.toISOString(), items };
}

/** What of somebody's expertise is nearest to a goal, at most three, the nearest first. */
function topicsNear(
  goal: Float32Array,
  person: { expertise: readonly string[]; headline: string; bio: string },
): string[] {
  const near = person.expertise
    .map((topic) => ({
      topic,
      cosine: embedLocally(topic).reduce((sum, number, at) => sum + number * goal[at]!, 0),
    }))
    .sort((a, b) => b.cosine - a.cosine);
  const [first] = near;
  if (!first) return [person.headline || expertiseText(person).slice(0, 100)];
  return near
    .filter(({ cosine }, at) => at === 0 || (at < 3 && cosine > first.cosine / 2))
    .map(({ topic }) => topic);
}

function bestRated(scope: Scope, { except }: MatchTask, pool: Pool): Matches {
  const items = pool.topRated(matchCount, except).map((candidate): Match => ({
    memberId: candidate.id,
    score: null,
    confidence: 0,
    parts: [],
    reasons: [ratingReason(candidate)],
    adjustments: [],
  }));
  return { source: "fallback", madeAt: scope.now.toISOString(), items };
}

async function cache(scope: Scope, { client, key }: MatchTask, answer: Matches): Promise<void> {
  const expiresAt = plus(scope.now, hours(cachedHours));
  await scope
    .query(CachedMatch)
    .insert({ clientKind: client.kind, clientId: client.id, profile: "coaching", key, answer, expiresAt })
    .onConflict(["tenantId", "clientKind", "clientId", "profile"])
    .merge(["key", "answer", "expiresAt", "updatedAt"]);
  await setTimer(scope, {
    name: forgetMatchTimer,
    subjectId: client.id,
    dueAt: expiresAt,
    payload: { kind: client.kind },
  });
}

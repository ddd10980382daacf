import { createHash } from "node:crypto";
import { aiFor } from "../../../platform/providers/ai/for-tenant.ts";
import { type AiProvider } from "../../../platform/providers/ai/port.ts";
import { type Scope } from "../../../platform/scope/scope.ts";
import { days } from "../../../platform/time.ts";
import { readQuizOf } from "../../people/index.ts";
import { keptApartFrom } from "../../safety/index.ts";
import { type OwnedText, readVectors } from "../embeddings/store.ts";
import { textHash } from "../embeddings/text-hash.ts";
import { failure } from "../errors.ts";
import { CachedMatch } from "../models/cached-match.ts";
import { readProfile, type VersionedProfile } from "../profiles/read-profile.ts";
import { type Candidate, type Subject } from "../rules/coaching.ts";
import { type Pool } from "../rules/pool.ts";
import { type Client } from "./client.ts";
import { keptPools } from "./kept-pools.ts";
import { type Matches } from "./matches.ts";
import { readEverybody, readVersion } from "./read-candidates.ts";
import { askedFor, quizHash } from "./subject.ts";

/** An answer that is to be made. */
export interface MatchTask {
  readonly client: Client;
  /** The client, and whoever is kept apart from them by a block. */
  readonly except: ReadonlySet<string>;
  /** Of everything the answer follows from. */
  readonly key: string;
  readonly profile: VersionedProfile;
  readonly subject: Subject;
  readonly goal: string;
  readonly ai: AiProvider;
  /** Everybody, ready to be ranked; null when they were read anew. */
  readonly pool: Pool | null;
  readonly poolVersion: string;
  readonly candidates: readonly Candidate[];
  /** Texts that need a vector first; the goal's, if it is among them, comes first. */
  readonly missing: readonly OwnedText[];
  /** How many more have no vector and have to wait for the job that makes them. */
  readonly left: number;
}

/** An answer that is there already, or what it takes to make it. */
export type PreparedMatch = { readonly cached: Matches } | { readonly task: MatchTask };

// A site's first question may find hundreds of profiles without a vector; a request does not wait for all of them.
const mostTexts = 200;

/** Looks for a kept answer, else reads what an answer is made from. */
export async function prepareMatch(scope: Scope, client: Client): Promise<PreparedMatch> {
  const quiz = await readQuizOf(scope, { ownerKind: client.kind, ownerId: client.id });
  if (!quiz?.completedAt) throw failure("matching.quiz_needed");
  const profile = await readProfile(scope, "coaching");
  const ai = await aiFor(scope);
  const version = await readVersion(scope);
  const apart = client.kind === "member" ? await keptApartFrom(scope, client.id) : [];
  const key = keyOf(quizHash(quiz.answers), profile.version, ai.embedding.id, version, ...apart);
  const cached = await readCached(scope, client, key);
  if (cached) return { cached };

  const asked = askedFor(quiz.answers, scope.now);
  const hash = textHash(asked.goal);
  const goal =
    asked.goal === "" ? null : ((await readVectors(scope, ai.embedding.id, [hash])).get(hash) ?? null);
  const goalMissing: OwnedText[] =
    asked.goal === "" || goal !== null
      ? []
      : [{ ownerKind: "goal", ownerId: client.id, text: asked.goal, hash }];
  // Open hours are those of the coming weeks, so a pool is good for a day.
  const poolVersion = `${version} ${ai.embedding.id} ${Math.floor(scope.now.getTime() / days(1))}`;
  const pool = keptPools.find(scope.tenant.id, poolVersion);
  const read = pool ? { candidates: [], missing: [] } : await readEverybody(scope, ai.embedding.id);
  const missing = [...goalMissing, ...read.missing].slice(0, mostTexts);
  return {
    task: {
      client,
      except: new Set([client.id, ...apart]),
      key,
      profile,
      subject: { ...asked.subject, goal },
      goal: asked.goal,
      ai,
      pool,
      poolVersion,
      candidates: read.candidates,
      missing,
      left: goalMissing.length + read.missing.length - missing.length,
    },
  };
}

async function readCached(scope: Scope, { kind, id }: Client, key: string): Promise<Matches | null> {
  const [row] = await scope.read<Pick<CachedMatch, "answer">>`
    select answer from ${CachedMatch} m
    where client_kind = ${kind} and client_id = ${id} and profile = 'coaching' and key = ${key} and expires_at > ${scope.now}`;
  return row?.answer ?? null;
}

const keyOf = (...parts: readonly (string | number)[]): string =>
  createHash("sha256").update(JSON.stringify(parts)).digest("base64url");

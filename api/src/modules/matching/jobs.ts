import { z } from "zod";
import { type Job, threePartJob } from "../../platform/jobs/job.ts";
import { aiFor } from "../../platform/providers/ai/for-tenant.ts";
import { minutes } from "../../platform/time.ts";
import { readPeople, readQuizOf } from "../people/index.ts";
import { expertiseText } from "./embeddings/expertise-text.ts";
import { keepVectors, readVectors } from "./embeddings/store.ts";
import { textHash } from "./embeddings/text-hash.ts";
import { wantedFact } from "./events.ts";
import { embedMissing, makeMatches } from "./match/make-matches.ts";
import { prepareMatch } from "./match/prepare-match.ts";

// Nobody waits: a slow provider gets all its retries.
const deadlineMs = minutes(1);

export const matchingJobs: readonly Job[] = [
  threePartJob({
    name: "matching.embed_expertise",
    on: ["profile.changed"],
    payload: z.object({ memberId: z.uuid() }),
    deadlineMs,
    async prepare(scope, { memberId }) {
      const person = (await readPeople(scope, [memberId])).get(memberId);
      const text = person ? expertiseText(person) : "";
      if (text === "") return null;
      const ai = await aiFor(scope);
      const hash = textHash(text);
      const known = await readVectors(scope, ai.embedding.id, [hash]);
      return known.size > 0
        ? null
        : { ai, text: { ownerKind: "profile", ownerId: memberId, text, hash } as const };
    },
    call: ({ ai, text }, options) => ai.embed([text.text], options),
    finish: (scope, { ai, text }, vectors) => keepVectors(scope, ai.embedding.id, [text], vectors),
  }),

  threePartJob({
    name: "matching.prepare_match",
    on: ["match.wanted"],
    payload: wantedFact,
    deadlineMs,
    async prepare(scope, { clientKind, clientId }) {
      const quiz = await readQuizOf(scope, { ownerKind: clientKind, ownerId: clientId });
      if (!quiz?.completedAt) return null;
      const prepared = await prepareMatch(scope, { kind: clientKind, id: clientId });
      return "task" in prepared ? prepared.task : null;
    },
    call: embedMissing,
    async finish(scope, task, vectors) {
      await makeMatches(scope, task, vectors);
    },
  }),
];

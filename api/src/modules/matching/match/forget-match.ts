import { z } from "zod";
import { announce } from "../../../platform/outbox/announce.ts";
import { timer } from "../../../platform/timers/timer.ts";
import { CachedMatch } from "../models/cached-match.ts";
import { preparesDaily } from "../settings.ts";

/** The name of the timer below. */
export const forgetMatchTimer = "matching.forget_match";

/** Forgets an answer that has become old; on a site that prepares matches every day it is made anew. */
export const forgetMatch = timer({
  name: forgetMatchTimer,
  payload: z.object({ kind: z.enum(["visitor", "member"]) }),
  async run(scope, { subjectId, payload: { kind } }) {
    await scope
      .query(CachedMatch)
      .where({ clientKind: kind, clientId: subjectId })
      .where("expiresAt", "<=", scope.now)
      .delete();
    if (preparesDaily(scope.tenant))
      await announce(scope, "match.wanted", { clientKind: kind, clientId: subjectId });
  },
});

import { z } from "zod";
import { operation } from "../../platform/rpc/operation.ts";
import { callingMember } from "./policy.ts";
import { endSessions } from "./sessions.ts";

export const endOtherSessions = operation({
  summary: "Signs the caller out everywhere but here.",
  input: z.strictObject({}),
  output: z.object({ ended: z.int() }),
  async run(scope) {
    const { actor } = scope;
    const except = actor.kind === "member" ? actor.sessionId : null;
    return { ended: await endSessions(scope, { memberId: callingMember(scope), except }, "ended") };
  },
});

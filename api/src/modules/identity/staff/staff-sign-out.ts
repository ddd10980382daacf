import { z } from "zod";
import { operation } from "../../../platform/rpc/operation.ts";
import { endSessions } from "../sessions.ts";

export const staffSignOut = operation({
  summary: "Ends the caller's session of the admin app.",
  input: z.strictObject({}),
  output: z.object({}),
  async run(scope) {
    const { actor } = scope;
    if (actor.kind === "staff" || actor.kind === "operator") {
      await endSessions(scope, { sessionId: actor.sessionId }, "signed_out");
    }
    return {};
  },
});

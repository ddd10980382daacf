import { z } from "zod";
import { operation } from "../../platform/rpc/operation.ts";
import { Session } from "./models/session.ts";
import { assertOwnSession } from "./policy.ts";
import { endSessions } from "./sessions.ts";

export const endSession = operation({
  summary: "Signs the caller out on one device.",
  input: z.strictObject({ id: z.uuid() }),
  output: z.object({}),
  async run(scope, { id }) {
    assertOwnSession(scope, await scope.query(Session).findOne({ id }));
    await endSessions(scope, { sessionId: id }, "ended");
    return {};
  },
});

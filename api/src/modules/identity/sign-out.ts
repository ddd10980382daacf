import { z } from "zod";
import { tokenHash } from "../../platform/ids.ts";
import { operation } from "../../platform/rpc/operation.ts";
import { RefreshToken } from "./models/refresh-token.ts";
import { refreshTokenInput } from "./refresh.ts";
import { endSessions } from "./sessions.ts";

export const signOut = operation({
  summary:
    "Ends the session of the caller's access token, or of a refresh token when the access token has ended.",
  input: z.strictObject({ refreshToken: refreshTokenInput.optional() }),
  output: z.object({}),
  async run(scope, { refreshToken }) {
    const { actor } = scope;
    if (actor.kind === "member" && actor.sessionId !== null) {
      await endSessions(scope, { sessionId: actor.sessionId }, "signed_out");
    }
    if (refreshToken !== undefined) {
      const token = await scope.query(RefreshToken).findOne({ hash: tokenHash(refreshToken) });
      if (token) await endSessions(scope, { sessionId: token.sessionId }, "signed_out");
    }
    return {};
  },
});

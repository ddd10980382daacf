import { job } from "../../../platform/jobs/job.ts";
import { endedSessions, sessionsEndedFact } from "../../identity/index.ts";
import { PushSubscription } from "../models/push-subscription.ts";

/** Sends no more pushes to the browsers in which a member was signed out. */
export const endPushes = job({
  name: "notifications.end_pushes",
  on: ["identity.sessions_ended"],
  payload: sessionsEndedFact,
  async run(scope, { memberId }) {
    const browsers = await scope.read<{ sessionId: string }>`
      select session_id from ${PushSubscription} p where member_id = ${memberId} and session_id is not null`;
    const ended = await endedSessions(
      scope,
      browsers.map(({ sessionId }) => sessionId),
    );
    await scope.query(PushSubscription).where({ memberId }).whereIn("sessionId", ended).delete();
  },
});

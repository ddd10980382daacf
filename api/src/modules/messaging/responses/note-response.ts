import { type Scope } from "../../../platform/scope/scope.ts";
import { plus } from "../../../platform/time.ts";
import { setTimer } from "../../../platform/timers/timer.ts";
import { type Conversation } from "../models/conversation.ts";
import { GivenAnswer } from "../models/given-answer.ts";
import { Participant } from "../models/participant.ts";
import { answerTime } from "../rules/responses.ts";
import { countResponses } from "./count-responses.ts";

/** Notes a message as an answer to what was written to its sender since they wrote last, and lets the others' time begin. Groups do not count. */
export async function noteResponse(
  scope: Scope,
  { id: conversationId, kind }: Pick<Conversation, "id" | "kind">,
  memberId: string,
): Promise<void> {
  if (kind === "group") return;
  const own = await scope.query(Participant).findOne({ conversationId, memberId });
  if (own?.askedAt) {
    await scope.query(Participant).where({ conversationId, memberId }).patch({ askedAt: null });
    // Who waited for their turn may be older than what they answer, and two of one millisecond are one.
    const answeredAt = own.askedAt > scope.now ? own.askedAt : scope.now;
    await scope
      .query(GivenAnswer)
      .insert({ conversationId, memberId, askedAt: own.askedAt, answeredAt })
      .onConflict(["tenantId", "conversationId", "memberId", "askedAt"])
      .ignore();
    await setTimer(scope, { name: countResponses.name, subjectId: memberId, dueAt: scope.now });
  }
  const asked = await scope
    .query(Participant)
    .where({ conversationId })
    .whereNot({ memberId })
    .whereNull("askedAt")
    .patch({ askedAt: scope.now })
    .returning("memberId");
  // Who lets it pass is counted then.
  for (const { memberId: askedId } of asked)
    await setTimer(scope, {
      name: countResponses.name,
      subjectId: askedId,
      key: conversationId,
      dueAt: plus(scope.now, answerTime),
    });
}

import { type Scope } from "../../../platform/scope/scope.ts";
import { type Conversation } from "../models/conversation.ts";
import { Participant } from "../models/participant.ts";
import { responseSeconds } from "../rules/responses.ts";

/** Counts a message as an answer to what was written to its sender since they wrote last, and lets the others' time begin. Groups do not count. */
export async function countResponse(
  scope: Scope,
  { id: conversationId, kind }: Pick<Conversation, "id" | "kind">,
  memberId: string,
): Promise<void> {
  if (kind === "group") return;
  const own = await scope.query(Participant).findOne({ conversationId, memberId });
  if (own?.askedAt) {
    const seconds = Math.round((scope.now.getTime() - own.askedAt.getTime()) / 1000);
    const isInTime = seconds <= responseSeconds;
    await scope.query(Participant).where({ conversationId, memberId }).patch({ askedAt: null });
    await scope.sql`
      insert into member_responses (tenant_id, member_id, answered, late, seconds, created_at, updated_at)
      values (${scope.tenant.id}, ${memberId}, ${isInTime ? 1 : 0}, ${isInTime ? 0 : 1}, ${isInTime ? seconds : 0},
        ${scope.now}, ${scope.now})
      on conflict (tenant_id, member_id) do update set
        answered = member_responses.answered + excluded.answered,
        late = member_responses.late + excluded.late,
        seconds = member_responses.seconds + excluded.seconds,
        updated_at = excluded.updated_at`;
  }
  await scope
    .query(Participant)
    .where({ conversationId })
    .whereNot({ memberId })
    .whereNull("askedAt")
    .patch({ askedAt: scope.now });
}

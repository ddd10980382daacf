import { type z } from "zod";
import { newId } from "../../../platform/ids.ts";
import { announce } from "../../../platform/outbox/announce.ts";
import { type Scope } from "../../../platform/scope/scope.ts";
import { consumeLimit } from "../../tenancy/index.ts";
import { Conversation } from "../models/conversation.ts";
import { type conversationView, presentOwn } from "./conversation-view.ts";
import { putIn } from "./participants.ts";

/** What there is one conversation for: two people, or a thing. */
type Topic = Pick<Conversation, "kind" | "lowId" | "highId" | "subjectKind" | "subjectId">;

/** The one conversation of two people or about a thing; it begins when nobody has opened it yet. */
export async function openShared(
  scope: Scope,
  own: string,
  topic: Topic,
  people: readonly string[],
): Promise<z.infer<typeof conversationView>> {
  return presentOwn(scope, await beginShared(scope, topic, people), own);
}

/** The id of the one conversation of two people or about a thing; it begins when nobody has opened it yet. */
export async function beginShared(scope: Scope, topic: Topic, people: readonly string[]): Promise<string> {
  // Of two at once, the second waits for the first and then finds its conversation.
  const [begun] = await scope.sql<Pick<Conversation, "id" | "lastSeq">>`
    insert into conversations
      (tenant_id, id, kind, low_id, high_id, subject_kind, subject_id, last_active_at, created_at, updated_at)
    values (${scope.tenant.id}, ${newId(scope.now)}, ${topic.kind}, ${topic.lowId}, ${topic.highId},
      ${topic.subjectKind}, ${topic.subjectId}, ${scope.now}, ${scope.now}, ${scope.now})
    on conflict do nothing
    returning id, last_seq`;
  if (begun) {
    const recipients = [...new Set(people)];
    await putIn(scope, begun, recipients, 0);
    // Those of bookings and orders come with them.
    if (topic.subjectKind === null) await consumeLimit(scope, "messaging.conversations");
    await announce(scope, "conversation.opened", { conversationId: begun.id, recipients });
  }
  return begun?.id ?? find(scope, topic);
}

async function find(scope: Scope, { lowId, highId, subjectKind, subjectId }: Topic): Promise<string> {
  const [found] = await scope.read<Pick<Conversation, "id">>`
    select id from ${Conversation} c
    where (low_id = ${lowId} and high_id = ${highId})
      or (subject_kind = ${subjectKind} and subject_id = ${subjectId})`;
  if (!found) throw new Error("A conversation that stood in the way of a new one is not there.");
  return found.id;
}

import { fingerprint, keyRing } from "../../../platform/secrets.ts";
import { type Scope } from "../../../platform/scope/scope.ts";
import { type Tenant } from "../../../platform/scope/tenant.ts";
import { maskedConversations } from "../contacts/masked-conversations.ts";
import { maskContacts } from "../../safety/index.ts";
import { type Message } from "../models/message.ts";
import { wordsIn } from "../rules/words.ts";

/** A word as the index keeps it: 64 bits that only the tenant's own key can make, as a decimal number. */
function keyed(tenant: Tenant, word: string, keyId?: string): string {
  const code = Buffer.from(fingerprint(`messaging.word ${tenant.id}`, word, keyId), "base64url");
  return code.readBigInt64BE(0).toString();
}

/** A word as it may stand in the index: messages written before the keys were changed are found too. */
export const keyedEver = (tenant: Tenant, word: string): string[] =>
  keyRing().ids.map((id) => keyed(tenant, word, id));

/** A message by its place, and the text whose words it is found by; null when it is not to be found. */
interface Findable extends Pick<Message, "conversationId" | "seq"> {
  readonly text: string | null;
}

/** Makes a message findable by the words of a text, instead of those it was found by before; by none when it is deleted. */
export const indexWords = (
  scope: Scope,
  { conversationId, seq }: Pick<Message, "conversationId" | "seq">,
  text: string | null,
): Promise<void> => indexMessages(scope, [{ conversationId, seq, text }]);

/** The same for several messages at once. */
export async function indexMessages(scope: Scope, messages: readonly Findable[]): Promise<void> {
  const conversationIds = messages.map(({ conversationId }) => conversationId);
  await scope.sql`
    delete from message_words w
    using unnest(${conversationIds}::uuid[], ${messages.map(({ seq }) => seq)}::bigint[]) place(conversation_id, seq)
    where w.tenant_id = ${scope.tenant.id} and w.conversation_id = place.conversation_id and w.seq = place.seq`;
  const masked = await maskedConversations(scope, conversationIds);
  const words = messages.flatMap(({ conversationId, seq, text }) => {
    // Or somebody could find out a hidden number by looking for it.
    const findable = masked.has(conversationId) ? maskContacts(text ?? "") : (text ?? "");
    const codes = new Set(wordsIn(findable).map(({ word }) => keyed(scope.tenant, word)));
    return [...codes].map((word) => ({ conversationId, seq, word }));
  });
  if (words.length === 0) return;
  await scope.sql`
    insert into message_words (tenant_id, conversation_id, word, seq, created_at)
    select ${scope.tenant.id}, place.conversation_id, place.word, place.seq, ${scope.now}::timestamptz
    from unnest(${words.map(({ conversationId }) => conversationId)}::uuid[], ${words.map(({ word }) => word)}::bigint[],
      ${words.map(({ seq }) => seq)}::bigint[]) place(conversation_id, word, seq)`;
}

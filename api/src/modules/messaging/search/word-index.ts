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

/** Makes a message findable by the words of a text, instead of those it was found by before; by none when it is deleted. */
export async function indexWords(
  scope: Scope,
  { conversationId, seq }: Pick<Message, "conversationId" | "seq">,
  text: string | null,
): Promise<void> {
  await scope.sql`
    delete from message_words
    where tenant_id = ${scope.tenant.id} and conversation_id = ${conversationId} and seq = ${seq}`;
  const isMasked = (await maskedConversations(scope, [conversationId])).has(conversationId);
  // Or somebody could find out a hidden number by looking for it.
  const findable = isMasked ? maskContacts(text ?? "") : (text ?? "");
  const words = new Set(wordsIn(findable).map(({ word }) => keyed(scope.tenant, word)));
  if (words.size === 0) return;
  await scope.sql`
    insert into message_words (tenant_id, conversation_id, word, seq, created_at)
    select ${scope.tenant.id}, ${conversationId}, word, ${seq}, ${scope.now}::timestamptz from unnest(${[...words]}::bigint[]) word`;
}

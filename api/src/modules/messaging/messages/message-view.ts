import { z } from "zod";
import { type Scope } from "../../../platform/scope/scope.ts";
import { maskContacts } from "../../safety/index.ts";
import { Message } from "../models/message.ts";
import { attachmentView, readAttachments } from "../attachments/attachments.ts";
import { maskedConversations } from "../contacts/masked-conversations.ts";
import { openBody } from "./body.ts";

/** So much of a message is shown where it is answered. */
const QUOTED_LETTERS = 140;

/** A message as everybody in its conversation sees it. */
export const messageView = z.object({
  id: z.uuid(),
  conversationId: z.uuid(),
  /** Its place in the conversation, from 1 without a gap. */
  seq: z.int(),
  /** The number of the conversation's change that made it what it is; of two copies the higher is right. */
  change: z.int(),
  /** Null when the site's team wrote it, which it does in disputes alone. */
  senderId: z.uuid().nullable(),
  /** Chosen by the sender's page: by it the page knows its own message again. */
  clientId: z.string(),
  /** Null when it was deleted or is hidden. Contacts stand as ••• where the site hides them until an order is paid. */
  text: z.string().nullable(),
  /** The message it answers; null also for who came to the conversation after that one. */
  replyTo: z
    .object({
      id: z.uuid(),
      seq: z.int(),
      senderId: z.uuid().nullable(),
      /** How it begins; null when it was deleted. */
      text: z.string().nullable(),
    })
    .nullable(),
  attachments: z.array(attachmentView),
  createdAt: z.iso.datetime(),
  editedAt: z.iso.datetime().nullable(),
  deletedAt: z.iso.datetime().nullable(),
  /** Taken from sight by the site's team. */
  isHidden: z.boolean(),
});

/** The columns of a message that are shown. */
export type ShownMessage = Pick<
  Message,
  | "id"
  | "conversationId"
  | "seq"
  | "change"
  | "senderId"
  | "clientId"
  | "bodySealed"
  | "replyToId"
  | "createdAt"
  | "editedAt"
  | "deletedAt"
  | "hiddenAt"
>;

/**
 * Makes messages ready to be sent, in their order. `seesFrom` answers the number after which the reader sees what is said in a
 * conversation: nothing is quoted from before.
 */
export async function presentMessages(
  scope: Scope,
  rows: readonly ShownMessage[],
  seesFrom: (conversationId: string) => number,
): Promise<z.infer<typeof messageView>[]> {
  const answered = rows.flatMap(({ replyToId }) => (replyToId === null ? [] : [replyToId]));
  const quoted =
    answered.length === 0
      ? []
      : await scope.read<ShownMessage>`select * from ${Message} m where id = any(${answered}::uuid[])`;
  const masked = await maskedConversations(
    scope,
    rows.map(({ conversationId }) => conversationId),
  );
  const textOf = (row: ShownMessage): string | null => {
    if (row.deletedAt !== null || row.hiddenAt !== null) return null;
    const text = openBody(scope.tenant, row);
    return masked.has(row.conversationId) ? maskContacts(text) : text;
  };
  const quotes = new Map(
    quoted
      .filter(({ conversationId, seq }) => seq > seesFrom(conversationId))
      .map((row) => {
        const { id, seq, senderId } = row;
        return [id, { id, seq, senderId, text: textOf(row)?.slice(0, QUOTED_LETTERS) ?? null }] as const;
      }),
  );
  const attachments = await readAttachments(
    scope,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => ({
    id: row.id,
    conversationId: row.conversationId,
    seq: row.seq,
    change: row.change,
    senderId: row.senderId,
    clientId: row.clientId,
    text: textOf(row),
    replyTo: (row.replyToId !== null && quotes.get(row.replyToId)) || null,
    attachments: row.hiddenAt === null ? (attachments.get(row.id) ?? []) : [],
    createdAt: row.createdAt.toISOString(),
    editedAt: row.editedAt?.toISOString() ?? null,
    deletedAt: row.deletedAt?.toISOString() ?? null,
    isHidden: row.hiddenAt !== null,
  }));
}

/** A message ready to be sent to who has seen what it answers. */
export async function presentMessage(scope: Scope, row: ShownMessage): Promise<z.infer<typeof messageView>> {
  const [shown] = await presentMessages(scope, [row], () => 0);
  return shown!;
}

/** A message as it now is, without what it answers when the reader may not see that; null when it is gone. */
export async function presentMessageById(
  scope: Scope,
  id: string,
  { hidesQuote }: { readonly hidesQuote: boolean },
): Promise<z.infer<typeof messageView> | null> {
  const [row] = await scope.read<ShownMessage>`select * from ${Message} m where id = ${id}`;
  return row ? presentMessage(scope, hidesQuote ? { ...row, replyToId: null } : row) : null;
}

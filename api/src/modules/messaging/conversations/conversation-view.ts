import { z } from "zod";
import { type Scope } from "../../../platform/scope/scope.ts";
import { fragment, type SqlFragment } from "../../../platform/scope/sql.ts";
import { nameMembers } from "../../identity/index.ts";
import { maskedConversations } from "../contacts/masked-conversations.ts";
import { messageView, presentMessages, type ShownMessage } from "../messages/message-view.ts";
import { Conversation } from "../models/conversation.ts";
import { Message } from "../models/message.ts";
import { Participant } from "../models/participant.ts";

/** A conversation as one of its people sees it. */
export const conversationView = z.object({
  id: z.uuid(),
  /** Of two people, of several under a title, or of those who have to do with one thing. */
  kind: z.enum(["direct", "group", "subject"]),
  title: z.string().nullable(),
  /** The thing it is about, such as an order; null when nothing in particular. */
  about: z.object({ kind: z.string(), id: z.uuid() }).nullable(),
  participants: z.array(
    z.object({
      memberId: z.uuid(),
      name: z.string(),
      /** They have read the messages up to this one. */
      readSeq: z.int(),
      /** Their page has received the messages up to this one. */
      deliveredSeq: z.int(),
      /** Whether they are no longer in it; what they wrote stays. */
      hasLeft: z.boolean(),
    }),
  ),
  /** Who may rename the group and say who is in it; null for other conversations. */
  keeperId: z.uuid().nullable(),
  lastSeq: z.int(),
  /** The number of the last message sent, edited or deleted: what a page catches up to. */
  lastChange: z.int(),
  lastMessage: messageView.nullable(),
  unreadCount: z.int(),
  /** Contacts are hidden in it until an order between its people is paid. */
  hidesContacts: z.boolean(),
  isPinned: z.boolean(),
  isArchived: z.boolean(),
  isMuted: z.boolean(),
  lastActiveAt: z.iso.datetime(),
  createdAt: z.iso.datetime(),
});

/** A conversation beside how it stands with the person who looks at it. */
export type OwnConversation = Conversation &
  Pick<Participant, "joinedSeq" | "readSeq" | "pinnedAt" | "archivedAt" | "mutedAt">;

/** A member's conversations, as the part of a statement behind `from`: `c` beside the member's own row `p`. */
export const conversationsOf = (memberId: string): SqlFragment => fragment`
  ${Conversation} c join ${Participant} p
    on p.conversation_id = c.id and p.member_id = ${memberId} and p.left_at is null`;

/** What is read of them. */
export const ownColumns = fragment`c.*, p.joined_seq, p.read_seq, p.pinned_at, p.archived_at, p.muted_at`;

/** Makes the conversations somebody looks at ready to be sent, in their order. */
export async function presentConversations(
  scope: Scope,
  rows: readonly OwnConversation[],
): Promise<z.infer<typeof conversationView>[]> {
  const ids = rows.map(({ id }) => id);
  const participants = await scope.read<Participant>`
    select * from ${Participant} p
    where conversation_id = any(${ids}::uuid[]) order by created_at, member_id`;
  const names = await nameMembers(
    scope,
    participants.map(({ memberId }) => memberId),
  );
  const last = await scope.read<ShownMessage>`
    select m.* from ${Message} m join ${Conversation} c on c.id = m.conversation_id and c.last_seq = m.seq
    where c.id = any(${ids}::uuid[])`;
  const masked = await maskedConversations(scope, ids);
  const lastMessages = await presentMessages(
    scope,
    last,
    (id) => rows.find((row) => row.id === id)?.joinedSeq ?? Number.MAX_SAFE_INTEGER,
  );
  return rows.map((row) => {
    const last = lastMessages.find(({ conversationId }) => conversationId === row.id);
    return {
      id: row.id,
      kind: row.kind,
      title: row.titleHiddenAt === null ? row.title : null,
      about:
        row.subjectKind !== null && row.subjectId !== null
          ? { kind: row.subjectKind, id: row.subjectId }
          : null,
      participants: participants
        .filter(({ conversationId }) => conversationId === row.id)
        .map(({ memberId, readSeq, deliveredSeq, leftAt }) => ({
          memberId,
          name: names.get(memberId) ?? "",
          readSeq,
          deliveredSeq,
          hasLeft: leftAt !== null,
        })),
      keeperId: row.keeperId,
      lastSeq: row.lastSeq,
      lastChange: row.lastChange,
      lastMessage: last && last.seq > row.joinedSeq ? last : null,
      unreadCount: row.lastSeq - row.readSeq,
      hidesContacts: masked.has(row.id),
      isPinned: row.pinnedAt !== null,
      isArchived: row.archivedAt !== null,
      isMuted: row.mutedAt !== null,
      lastActiveAt: row.lastActiveAt.toISOString(),
      createdAt: row.createdAt.toISOString(),
    };
  });
}

/** A conversation as one of its people sees it now, by somebody who knows that it is theirs. */
export async function presentOwn(
  scope: Scope,
  id: string,
  memberId: string,
): Promise<z.infer<typeof conversationView>> {
  const rows = await scope.read<OwnConversation>`
    select ${ownColumns} from ${conversationsOf(memberId)} where c.id = ${id}`;
  const [shown] = await presentConversations(scope, rows);
  if (!shown) throw new Error("A conversation of the caller's own is not there.");
  return shown;
}

import { member, offer, present } from "./coach.ts";
import { type Answers, type OutputOf } from "./fake-api.ts";
import { groupAnswers } from "./groups.ts";

export type Conversation = OutputOf<"messaging.listConversations">["items"][number];
export type Message = OutputOf<"messaging.listMessages">["items"][number];
type Presence = OutputOf<"messaging.listPresences">["items"][number];

const id = (kind: string, number: number) =>
  `0195a000-0000-7000-8000-0000000${kind}${String(number).padStart(4, "0")}`;
const at = (minutesAgo: number) => new Date(present - minutesAgo * 60_000).toISOString();

export const coach = { id: offer.hostId, name: "Mara Lindqvist" };
/** Somebody the member has a conversation with in a group alone. */
export const friend = { id: id("c0", 7), name: "Noor Haddad" };

/** A message of a conversation, sent so many minutes ago. */
export const message = (
  conversationId: string,
  seq: number,
  { minutesAgo = 0, ...more }: Partial<Message> & { minutesAgo?: number } = {},
): Message => ({
  id: id("d0", Number(conversationId.slice(-2)) * 1000 + seq),
  conversationId,
  seq,
  change: seq,
  senderId: coach.id,
  clientId: `theirs-${seq}`,
  text: `Message ${seq}`,
  replyTo: null,
  attachments: [],
  createdAt: at(minutesAgo),
  editedAt: null,
  deletedAt: null,
  isHidden: false,
  ...more,
});

/** A conversation of the member with others. */
export const conversation = (
  number: number,
  people: readonly { readonly id: string; readonly name: string }[],
  more: Partial<Conversation> = {},
): Conversation => ({
  id: id("e0", number),
  kind: "direct",
  title: null,
  about: null,
  participants: [member, ...people].map(({ id: memberId, name }) => ({
    memberId,
    name,
    readSeq: 0,
    deliveredSeq: 0,
    hasLeft: false,
  })),
  keeperId: null,
  lastSeq: 0,
  lastChange: 0,
  lastMessage: null,
  unreadCount: 0,
  hidesContacts: false,
  isPinned: false,
  isArchived: false,
  isMuted: false,
  lastActiveAt: at(0),
  createdAt: at(9000),
  ...more,
});

export const withCoach = conversation(1, [coach]);
export const aboutSession = conversation(2, [coach], {
  kind: "subject",
  about: { kind: "booking", id: id("b0", 1) },
  hidesContacts: true,
});
export const group = conversation(3, [coach, friend], {
  kind: "group",
  title: "Spring circle",
  keeperId: member.id,
  isPinned: true,
});

/** Everything a conversation can show. */
const usualMessages: readonly Message[] = [
  message(withCoach.id, 1, { minutesAgo: 2900, text: "Hello Ada, how did the talk with your lead go?" }),
  message(withCoach.id, 2, {
    minutesAgo: 2890,
    senderId: member.id,
    text: "Better than expected.\nI will tell you more on Tuesday.",
    editedAt: at(2880),
    change: 8,
  }),
  message(withCoach.id, 3, { minutesAgo: 1500, text: null, deletedAt: at(1490), change: 9 }),
  message(withCoach.id, 4, {
    minutesAgo: 30,
    text: "Until then. This is the sheet I spoke of.",
    replyTo: { id: id("d0", 1002), seq: 2, senderId: member.id, text: "Better than expected." },
    attachments: [
      { fileId: id("f0", 1), name: "strengths.pdf", contentType: "application/pdf", bytes: 204_800 },
    ],
  }),
  message(withCoach.id, 5, { minutesAgo: 20, text: null, isHidden: true, change: 7 }),
  message(withCoach.id, 6, { minutesAgo: 10, senderId: member.id, text: "Thank you!", change: 6 }),
];

/** What the fake site keeps of somebody's correspondence, and what others do in it. */
export interface Correspondence {
  readonly answers: Answers;
  readonly messages: Map<string, Message[]>;
  /** Somebody writes: kept as the API would, and answered for a frame. */
  readonly write: (conversationId: string, more?: Partial<Message>) => Message;
}

/** A site that keeps a member's conversations, as the API would. */
export function corresponding(
  start: readonly Conversation[] = [withCoach, aboutSession, group],
  texts: Readonly<Record<string, readonly Message[]>> = { [withCoach.id]: usualMessages },
): Correspondence {
  const messages = new Map(start.map(({ id: own }) => [own, [...(texts[own] ?? [])]]));
  let rows = [...start];
  const reads = new Map<string, number>();
  const blocks = new Map<string, string>();
  const kept = (conversationId: string) => messages.get(conversationId) ?? [];
  const lastOf = (conversationId: string) => kept(conversationId).at(-1);
  const changeOf = (conversationId: string) =>
    Math.max(0, ...kept(conversationId).map(({ change }) => change));
  const shown = (row: Conversation): Conversation => {
    const last = lastOf(row.id) ?? null;
    const readSeq = reads.get(row.id) ?? (row.id === withCoach.id ? 3 : 0);
    return {
      ...row,
      lastSeq: last?.seq ?? 0,
      lastChange: changeOf(row.id),
      lastMessage: last,
      unreadCount: last?.senderId === member.id ? 0 : (last?.seq ?? 0) - Math.min(readSeq, last?.seq ?? 0),
      lastActiveAt: last?.createdAt ?? row.createdAt,
      participants: row.participants.map((one) =>
        one.memberId === member.id ? { ...one, readSeq, deliveredSeq: readSeq } : one,
      ),
    };
  };
  const find = (own: string) => rows.find((row) => row.id === own);
  const change = (own: string, more: Partial<Conversation>) => {
    rows = rows.map((row) => (row.id === own ? { ...row, ...more } : row));
    return shown(find(own)!);
  };
  const unread = () =>
    rows.map(shown).reduce((sum, { isArchived, unreadCount }) => sum + (isArchived ? 0 : unreadCount), 0);
  const write: Correspondence["write"] = (conversationId, more = {}) => {
    const seq = kept(conversationId).length + 1;
    const written = message(conversationId, seq, { change: changeOf(conversationId) + 1, ...more });
    messages.set(conversationId, [...kept(conversationId), written]);
    return written;
  };
  const edit = (own: string, more: Partial<Message>): Message => {
    for (const [conversationId, all] of messages) {
      const before = all.find((one) => one.id === own);
      if (!before) continue;
      const after = { ...before, ...more, change: changeOf(conversationId) + 1 };
      messages.set(
        conversationId,
        all.map((one) => (one.id === own ? after : one)),
      );
      return after;
    }
    throw new Error("There is no such message.");
  };
  const presences: Presence[] = [{ memberId: coach.id, state: "offline", seenAt: at(12) }];
  const groups = groupAnswers({
    people: [coach, friend],
    start: (title, members) => {
      const fresh = conversation(8, members, { kind: "group", title, keeperId: member.id });
      rows = [...rows, fresh];
      return shown(fresh);
    },
    find,
    change,
    leave: (own) => {
      rows = rows.filter((row) => row.id !== own);
    },
  });
  const answers: Answers = {
    ...groups,
    "messaging.listConversations": ({ isArchived = false, limit = 20, cursor }) => {
      const from = Number(cursor ?? 0);
      const all = rows
        .map(shown)
        .filter((row) => row.isArchived === isArchived)
        .toSorted(
          (one, other) =>
            Number(other.isPinned) - Number(one.isPinned) || (one.lastActiveAt < other.lastActiveAt ? 1 : -1),
        );
      return {
        items: all.slice(from, from + limit),
        nextCursor: all.length > from + limit ? String(from + limit) : null,
        unread: unread(),
      };
    },
    "messaging.getConversation": ({ id: own }) => {
      const row = find(own);
      if (!row) return { status: 404, code: "request.not_found" };
      const card = row.about && {
        title: offer.title,
        state: "confirmed",
        at: at(-1500),
        price: offer.price,
      };
      return { ...shown(row), card };
    },
    "messaging.openConversation": ({ memberId }) => {
      const known = rows.find(
        ({ kind, participants }) =>
          kind === "direct" && participants.some((one) => one.memberId === memberId),
      );
      if (known) return shown(known);
      const fresh = conversation(9, [{ id: memberId, name: friend.name }]);
      rows = [...rows, fresh];
      return shown(fresh);
    },
    "messaging.openSubject": ({ subjectId }) => {
      const known = rows.find(({ about }) => about?.id === subjectId);
      return known ? shown(known) : { status: 404, code: "request.not_found" };
    },
    "messaging.listMessages": ({ conversationId, limit = 20, cursor }) => {
      const before = Number(cursor ?? Number.MAX_SAFE_INTEGER);
      const older = kept(conversationId)
        .filter(({ seq }) => seq < before)
        .toReversed();
      const items = older.slice(0, limit);
      return { items, nextCursor: older.length > limit ? String(items.at(-1)?.seq) : null };
    },
    "messaging.listChanges": ({ conversationId, since }) => ({
      items: kept(conversationId)
        .filter((one) => one.change > since)
        .toSorted((one, other) => one.change - other.change),
      hasMore: false,
    }),
    "messaging.sendMessage": ({ conversationId, clientId, text = "", replyToId, fileIds = [] }) => {
      const sent = kept(conversationId).find((one) => one.clientId === clientId);
      if (sent) return sent;
      const answered = kept(conversationId).find((one) => one.id === replyToId);
      return write(conversationId, {
        id: id("a0", kept(conversationId).length + 1),
        clientId,
        text,
        senderId: member.id,
        replyTo: answered
          ? { id: answered.id, seq: answered.seq, senderId: answered.senderId, text: answered.text }
          : null,
        attachments: fileIds.map((fileId) => ({
          fileId,
          name: "notes.pdf",
          contentType: "application/pdf",
          bytes: 2048,
        })),
      });
    },
    "messaging.updateMessage": ({ id: own, text }) => edit(own, { text, editedAt: at(0) }),
    "messaging.deleteMessage": ({ id: own }) => edit(own, { text: null, deletedAt: at(0), attachments: [] }),
    "messaging.readConversation": ({ id: own, seq = 0 }) => {
      reads.set(own, seq);
      return { readSeq: seq, unread: unread() };
    },
    "messaging.receiveMessages": () => ({}),
    "messaging.updateConversation": ({ id: own, isArchived, isPinned, isMuted }) =>
      change(own, {
        ...(isArchived !== undefined && { isArchived }),
        ...(isPinned !== undefined && { isPinned }),
        ...(isMuted !== undefined && { isMuted }),
      }),
    "messaging.updateTyping": () => ({}),
    "messaging.updatePresence": () => ({}),
    "messaging.listPresences": ({ memberIds }) => ({
      items: presences.filter(({ memberId }) => memberIds.includes(memberId)),
    }),
    "messaging.searchMessages": ({ query, conversationId }) => ({
      items: [...messages.values()].flat().flatMap((one) => {
        const start = one.text?.toLowerCase().indexOf(query.toLowerCase()) ?? -1;
        const isElsewhere = (conversationId ?? one.conversationId) !== one.conversationId;
        return start < 0 || isElsewhere
          ? []
          : [{ ...one, highlights: [{ start, end: start + query.length }] }];
      }),
      nextCursor: null,
    }),
    "safety.listBlocks": () => ({
      items: [...blocks].map(([memberId, own]) => ({
        id: own,
        memberId,
        name: coach.name,
        createdAt: at(1),
      })),
      nextCursor: null,
    }),
    "safety.createBlock": ({ memberId }) => {
      blocks.set(memberId, id("90", 1));
      return { id: id("90", 1), memberId, name: coach.name, createdAt: at(0) };
    },
    "safety.deleteBlock": ({ id: own }) => {
      for (const [memberId, block] of blocks) if (block === own) blocks.delete(memberId);
      return {};
    },
    "safety.createReport": () => ({ id: id("90", 2), createdAt: at(0) }),
  };
  return { answers, messages, write };
}

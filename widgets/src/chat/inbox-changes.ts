import { type Contract } from "@tessera/sdk/browser";
import { type Receipt, withReceived } from "./receipt.ts";
import { type Message } from "./thread.ts";

/** The member's conversations as the API lists them. */
export type Inbox = Contract["messaging"]["listConversations"]["output"];
export type Conversation = Inbox["items"][number];

/** The conversation with those changes, in place of itself. */
const replace = (inbox: Inbox, id: string, change: (one: Conversation) => Conversation): Inbox => {
  const items = inbox.items.map((one) => (one.id === id ? change(one) : one));
  const before = inbox.items.find((one) => one.id === id);
  const after = items.find((one) => one.id === id);
  const more = (after?.unreadCount ?? 0) - (before?.unreadCount ?? 0);
  return { ...inbox, items, unread: Math.max(0, inbox.unread + (before?.isArchived ? 0 : more)) };
};

/** The list after a message was sent; null when it has to be loaded afresh. */
export function withSent(inbox: Inbox, message: Message, me: string): Inbox | null {
  const known = inbox.items.find(({ id }) => id === message.conversationId);
  if (!known || known.isArchived || message.seq > known.lastSeq + 1) return null;
  if (message.seq <= known.lastSeq) return inbox;
  const isOwn = message.senderId === me;
  const next = replace(inbox, known.id, (one) => ({
    ...one,
    lastSeq: message.seq,
    lastChange: message.change,
    lastMessage: message,
    lastActiveAt: message.createdAt,
    unreadCount: isOwn ? 0 : one.unreadCount + 1,
  }));
  return { ...next, items: next.items.toSorted(byPlace) };
}

/** The list after a message was edited or deleted. */
export const withChanged = (inbox: Inbox, message: Message): Inbox =>
  replace(inbox, message.conversationId, (one) =>
    one.lastMessage?.id === message.id ? { ...one, lastMessage: message } : one,
  );

/** The list after somebody has read, or received, messages up to one. */
export const withReceipt = (inbox: Inbox, kind: "read" | "received", receipt: Receipt, me: string): Inbox =>
  replace(inbox, receipt.conversationId, (one) => ({
    ...withReceived(one, kind, receipt),
    unreadCount:
      kind === "read" && receipt.memberId === me
        ? Math.min(one.unreadCount, Math.max(0, one.lastSeq - receipt.seq))
        : one.unreadCount,
  }));

/** Pinned ones first, then by what was written last; the order of the API. */
const byPlace = (one: Conversation, other: Conversation): number =>
  Number(other.isPinned) - Number(one.isPinned) ||
  Date.parse(other.lastActiveAt) - Date.parse(one.lastActiveAt) ||
  (one.id < other.id ? 1 : -1);

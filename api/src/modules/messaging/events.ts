import { z } from "zod";
import { type EventDefinition, type Told } from "../../platform/module.ts";
import { messageView, presentMessageById } from "./messages/message-view.ts";
import { presenceView } from "./presence/presence-view.ts";

declare global {
  interface DomainEvents {
    /** People may write to each other from now on. */
    "conversation.opened": ConversationFact;
    /** Somebody has read the messages of a conversation up to one. */
    "conversation.read": ReadFact;
    /** Somebody who is not at the page has not read messages of a conversation for a while. */
    "conversation.unread": UnreadFact;
    /** Who is in a group, or its title, has changed. */
    "conversation.changed": ConversationFact;
    /** The messages of a conversation have reached somebody's page up to one. */
    "conversation.received": ReadFact;
    /** Somebody is typing until a moment, or has stopped. Whispered. */
    "typing.changed": TypingFact;
    /** Somebody came, went or turned away. Whispered. */
    "presence.changed": PresenceFact;
    /** A message was sent. */
    "message.sent": MessageFact;
    /** Its sender has changed a message. */
    "message.edited": MessageFact;
    /** Its sender has taken a message back. */
    "message.deleted": MessageFact;
    /** Messages whose ids come after one are to be put under the newest key. */
    "reseal.wanted": ResealFact;
  }
}

interface ConversationFact {
  readonly conversationId: string;
  readonly recipients: readonly string[];
}

interface ReadFact extends ConversationFact {
  readonly memberId: string;
  readonly seq: number;
}

interface UnreadFact {
  readonly conversationId: string;
  readonly memberId: string;
  /** They have read the messages up to this one: until they read on, it is the same news. */
  readonly readSeq: number;
}

interface MessageFact extends ConversationFact {
  readonly messageId: string;
  readonly senderId: string | null;
  readonly seq: number;
  /** The recipients came after the message it answers, and are told nothing of that one. */
  readonly hidesQuote?: boolean | undefined;
}

interface ResealFact {
  /** Null for all of them. */
  readonly after: string | null;
}

interface TypingFact extends ConversationFact {
  readonly memberId: string;
  readonly until: string;
}

interface PresenceFact {
  readonly memberId: string;
  readonly state: "online" | "away" | "offline";
  readonly seenAt: string;
  readonly recipients: readonly string[];
}

const conversationFact = z.object({ conversationId: z.uuid(), recipients: z.array(z.uuid()) });
const readFact = conversationFact.extend({ memberId: z.uuid(), seq: z.int() });
const messageFact = conversationFact.extend({
  messageId: z.uuid(),
  senderId: z.uuid().nullable(),
  seq: z.int(),
  hidesQuote: z.boolean().optional(),
});

/** News for the pages of a conversation's people. What they write is not told to the site's server. */
const toPeople = <Fact extends Pick<ConversationFact, "recipients">>(
  fact: z.ZodType<Fact>,
  frame: Told<Fact>,
): EventDefinition<Fact> => ({ fact, recipients: ({ recipients }) => recipients, frame, webhook: null });

const aboutConversation = toPeople<ConversationFact>(conversationFact, {
  view: z.object({ conversationId: z.uuid() }),
  present: async (_scope, { conversationId }) => ({ conversationId }),
});

const aboutReceipt = toPeople<ReadFact>(readFact, {
  view: z.object({ conversationId: z.uuid(), memberId: z.uuid(), seq: z.int() }),
  present: async (_scope, { conversationId, memberId, seq }) => ({ conversationId, memberId, seq }),
});

const aboutMessage = toPeople<MessageFact>(messageFact, {
  view: messageView,
  present: (scope, { messageId, hidesQuote = false }) => presentMessageById(scope, messageId, { hidesQuote }),
});

const typingView = z.object({ conversationId: z.uuid(), memberId: z.uuid(), until: z.iso.datetime() });

const aboutTyping = toPeople<TypingFact>(typingView.extend({ recipients: z.array(z.uuid()) }), {
  view: typingView,
  present: async (_scope, { conversationId, memberId, until }) => ({ conversationId, memberId, until }),
});

const aboutPresence = toPeople<PresenceFact>(presenceView.extend({ recipients: z.array(z.uuid()) }), {
  view: presenceView,
  present: async (_scope, { memberId, state, seenAt }) => ({ memberId, state, seenAt }),
});

/** For the module that tells members; their open pages know it already. */
const unread: EventDefinition<UnreadFact> = {
  fact: z.object({ conversationId: z.uuid(), memberId: z.uuid(), readSeq: z.int() }),
  recipients: () => [],
  frame: null,
  webhook: null,
};

/** A fact of what is to be sealed anew as its subscriber reads it. */
export const resealFact: z.ZodType<ResealFact> = z.object({ after: z.uuid().nullable() });

export const messagingEvents = {
  "typing.changed": aboutTyping,
  "presence.changed": aboutPresence,
  "conversation.opened": aboutConversation,
  "conversation.changed": aboutConversation,
  "conversation.read": aboutReceipt,
  "conversation.received": aboutReceipt,
  "conversation.unread": unread,
  "message.sent": aboutMessage,
  "message.edited": aboutMessage,
  "message.deleted": aboutMessage,
  "reseal.wanted": { fact: resealFact, recipients: () => [], frame: null, webhook: null },
};

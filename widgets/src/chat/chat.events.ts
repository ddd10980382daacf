interface ConversationDetail {
  readonly conversationId: string;
}

interface MessageDetail {
  readonly conversationId: string;
  readonly messageId: string;
}

interface UnreadDetail {
  readonly unread: number;
}

/** A conversation is shown. */
export type ConversationOpenedEvent = CustomEvent<ConversationDetail>;

/** A message of the member's was sent. */
export type MessageSentEvent = CustomEvent<MessageDetail>;

/** The number of messages the member has not read has changed, for a number on a button of the page. */
export type UnreadChangedEvent = CustomEvent<UnreadDetail>;

declare global {
  interface HTMLElementEventMap {
    "tessera-conversation-opened": ConversationOpenedEvent;
    "tessera-message-sent": MessageSentEvent;
    "tessera-unread-changed": UnreadChangedEvent;
  }
}

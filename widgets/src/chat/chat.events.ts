/** A conversation is shown. */
export type ConversationOpenedEvent = CustomEvent<{ readonly conversationId: string }>;

/** A message of the member's was sent. */
export type MessageSentEvent = CustomEvent<{ readonly conversationId: string; readonly messageId: string }>;

/** The number of messages the member has not read has changed, for a number on a button of the page. */
export type UnreadChangedEvent = CustomEvent<{ readonly unread: number }>;

declare global {
  interface HTMLElementEventMap {
    "tessera-conversation-opened": ConversationOpenedEvent;
    "tessera-message-sent": MessageSentEvent;
    "tessera-unread-changed": UnreadChangedEvent;
  }
}

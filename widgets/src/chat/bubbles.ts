import { type PanelHost } from "../base/lazy.ts";
import { TesseraElement } from "../base/element.ts";

/** Draws the bubble of a chat, where the loader has not, with how many messages are unread; undefined leaves the number as it is. */
export async function keepBubble(chat: PanelHost, unread: number | undefined): Promise<void> {
  const { drawBubble, placeBubble, showUnread } = await import("./bubble.ts");
  const { tag } = chat.locale;
  drawBubble(chat, tag);
  placeBubble(chat);
  if (unread !== undefined) showUnread(chat, unread, tag);
}

/** A chat in place came or went: the page's bubbles go or come. */
export function tellBubbles(): void {
  for (const chat of document.querySelectorAll("tessera-chat[display=bubble]"))
    if (chat instanceof TesseraElement) chat.requestUpdate();
}

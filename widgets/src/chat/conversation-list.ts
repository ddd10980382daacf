import { html, nothing, type TemplateResult } from "lit";
import { type Say } from "../base/texts.ts";
import { initialsOf } from "../parts/person/initials.ts";
import { type ChatTexts } from "./chat.texts.ts";
import { drawing } from "./drawing.ts";
import { type Conversation } from "./inbox-changes.ts";
import { type Clock, formatLast, gistOf, titleOf } from "./titles.ts";

/** What the list of conversations shows and calls. */
export interface ConversationList extends Clock {
  readonly say: Say<ChatTexts>;
  readonly me: string;
  readonly items: readonly Conversation[];
  readonly openId: string | null;
  readonly open: (id: string) => void;
}

/** The member's conversations, each with what was written last. */
export const conversationList = (list: ConversationList): TemplateResult =>
  html`<ul class="conversations">
    ${list.items.map((item) => row(item, list))}
  </ul>`;

function row(conversation: Conversation, list: ConversationList): TemplateResult {
  const { say, me, openId, open } = list;
  const { id, lastMessage, unreadCount, lastActiveAt, isPinned, isMuted } = conversation;
  const title = titleOf(conversation, list);
  const gist = lastMessage ? gistOf(lastMessage, say) : "";
  return html`<li>
    <button
      class="conversation ${unreadCount > 0 ? "fresh" : ""}"
      part="conversation"
      data-conversation=${id}
      aria-current=${id === openId ? "true" : nothing}
      @click=${() => open(id)}
    >
      ${face(title)}
      <span class="line"
        ><span class="name"><bdi>${title}</bdi></span>
        ${isPinned ? mark("pinned", say("pinned")) : nothing}
        ${isMuted ? mark("muted", say("muted")) : nothing}
        <time class="small muted" datetime=${lastActiveAt}
          >${formatLast(Date.parse(lastActiveAt), list)}</time
        ></span
      >
      <span class="line small"
        ><span class="gist"
          >${lastMessage?.senderId === me ? html`<span>${say("you")}</span> ` : nothing}<bdi
            >${gist}</bdi
          ></span
        >
        ${
          unreadCount > 0
            ? html`<span class="count"
                ><span aria-hidden="true">${unreadCount > 99 ? "99+" : unreadCount}</span
                ><span class="hush">${say("unread", { count: unreadCount })}</span></span
              >`
            : nothing
        }</span
      >
    </button>
  </li>`;
}

const mark = (name: "pinned" | "muted", text: string): TemplateResult =>
  html`<span class="mark">${drawing(name)}<span class="hush">${text}</span></span>`;

/** The initials of a name in a circle; beside the name, so silent for people who listen. */
export const face = (name: string): TemplateResult =>
  html`<span class="face" aria-hidden="true">${initialsOf(name)}</span>`;

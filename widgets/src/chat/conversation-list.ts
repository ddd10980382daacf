import { html, nothing, type TemplateResult } from "lit";
import { type Say } from "../base/texts.ts";
import { notice } from "../parts/notice.ts";
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
  /** Whether these are the ones that were put away. */
  readonly isArchived: boolean;
  /** Null when these are all. */
  readonly nextCursor: string | null;
  readonly openId: string | null;
  readonly open: (id: string) => void;
  readonly more: () => void;
}

/** The member's conversations, each with what was written last; what to do when there are none. */
export function conversationList(list: ConversationList): TemplateResult {
  const { say, items, isArchived, nextCursor, more } = list;
  if (items.length === 0)
    return isArchived
      ? html`<div class="pad">${notice(say("noneArchived"))}</div>`
      : html`<slot name="empty"><div class="pad">${notice(say("none"))}</div></slot>`;
  return html`<ul class="conversations">
      ${items.map((item) => row(item, list))}
    </ul>
    ${
      nextCursor === null
        ? nothing
        : html`<div class="pad">
            <button class="button" part="button" data-deed="more" @click=${more}>${say("showMore")}</button>
          </div>`
    }`;
}

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

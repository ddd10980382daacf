import { type Contract } from "@tessera/sdk/browser";
import { html, nothing, type TemplateResult } from "lit";
import { dateFormat } from "../base/format.ts";
import { type Say } from "../base/texts.ts";
import { icon } from "../parts/icon.ts";
import { formatAgo } from "../parts/ago/ago.ts";
import { type NotificationsTexts } from "./notifications.texts.ts";

/** One notification as the API tells it. */
export type Entry = Contract["notifications"]["listNotifications"]["output"]["items"][number];

/** What an entry needs besides its notification. */
export interface EntryParts {
  readonly say: Say<NotificationsTexts>;
  readonly tag: string;
  readonly timeZone: string;
  readonly now: number;
  /** Where it leads; null when the page names no place for what it is about. */
  readonly href: string | null;
  readonly open: (event: Event) => void;
  readonly remove: () => void;
}

/** One notification: what happened and when, to be opened or deleted. */
export function notificationEntry(entry: Entry, parts: EntryParts): TemplateResult {
  const { say, href, open, remove } = parts;
  const { id, title, isRead } = entry;
  const told = tell(entry, parts);
  return html`<li
    class=${isRead ? "notification" : "notification unread"}
    part="notification"
    data-notification=${id}
  >
    ${
      href === null
        ? html`<button class="open" @click=${open}>${told}</button>`
        : html`<a class="open" href=${href} @click=${open}>${told}</a>`
    }
    <button class="delete" part="button" aria-label=${say("remove", { title })} @click=${remove}>
      ${icon("close")}
    </button>
  </li>`;
}

function tell(
  { title, body, isRead, createdAt }: Entry,
  { say, tag, timeZone, now }: EntryParts,
): TemplateResult {
  const at = Date.parse(createdAt);
  return html`<span class="name"
      ><bdi>${title}</bdi> ${isRead ? nothing : html`<span class="hush">${say("unread")}</span>`}</span
    >
    <span class="small"><bdi>${body}</bdi></span>
    <time
      class="small muted"
      datetime=${createdAt}
      title=${dateFormat(tag, { dateStyle: "full", timeStyle: "short", timeZone }).format(at)}
      >${formatAgo(tag, at, { now, timeZone })}</time
    >`;
}

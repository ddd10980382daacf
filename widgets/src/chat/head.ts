import { html, nothing, type TemplateResult } from "lit";
import { formatMoment } from "../base/format.ts";
import { formatMoney } from "../base/money.ts";
import { type Say } from "../base/texts.ts";
import { formatAgo } from "../parts/ago/ago.ts";
import { addressOf } from "../parts/person/address.ts";
import { type ChatTexts } from "./chat.texts.ts";
import { face } from "./conversation-list.ts";
import { drawing, tool } from "./drawing.ts";
import { type Presence } from "./presence.ts";
import { type OpenConversation, type Talk } from "./talk.ts";
import { type Clock, nameIn, titleOf } from "./titles.ts";

/** What stands above the messages. */
export interface Head extends Clock {
  readonly say: Say<ChatTexts>;
  readonly me: string;
  readonly talk: Talk;
  readonly presenceOf: (memberId: string) => Presence | undefined;
  readonly bookingHref: string;
  readonly back: () => void;
  /** Begins a search of its messages. */
  readonly find: () => void;
  /** What can be done with it; asked for when somebody looks. */
  readonly choices: () => TemplateResult | typeof nothing;
  readonly isMenuOpen: boolean;
  readonly toggled: (isOpen: boolean) => void;
}

/** Who is written to, whether they are there, what can be done, and the card of what it is about. */
export function head(view: Head): TemplateResult {
  const { say, talk, back, find } = view;
  const title = titleOf(talk.conversation, view);
  return html`<header class="head">
      ${tool({ shape: "back", label: say("back"), deed: "back", work: back })} ${face(title)}
      <div class="who">
        <h3><bdi>${title}</bdi></h3>
        <p class="small muted">${standing(view)}</p>
      </div>
      ${tool({ shape: "search", label: say("search"), deed: "search-here", work: find })} ${menu(view)}
    </header>
    ${card(view)}`;
}

/** Who types; else, of two people, whether the other is there. */
function standing({ talk, say, presenceOf, tag, now, timeZone }: Head): string {
  const { conversation, others, typing } = talk;
  const writer = [...typing].find(([, until]) => until > now);
  if (writer) return say("typing", { name: nameIn(conversation, writer[0], say) });
  const [other] = others;
  const presence = others.length === 1 && other ? presenceOf(other.memberId) : undefined;
  if (!presence) return "";
  if (presence.state !== "offline") return say(presence.state);
  return say("lastSeen", { ago: formatAgo(tag, Date.parse(presence.seenAt), { now, timeZone }) });
}

function menu({ say, choices, isMenuOpen, toggled }: Head): TemplateResult {
  return html`<details
    class="menu"
    @keydown=${closeOnEscape}
    @click=${closeAfterChoice}
    @toggle=${({ currentTarget }: Event) =>
      toggled(currentTarget instanceof HTMLDetailsElement && currentTarget.open)}
  >
    <summary class="tool" aria-label=${say("menu")}>${drawing("more")}</summary>
    <div class="choices">${isMenuOpen ? choices() : nothing}</div>
  </details>`;
}

function closeAfterChoice(event: Event): void {
  if (event.target instanceof Element && event.target.closest(".choices button")) closeMenu(event);
}

function closeMenu({ currentTarget: details }: Event): void {
  if (!(details instanceof HTMLDetailsElement)) return;
  details.open = false;
  details.querySelector("summary")?.focus();
}

function closeOnEscape(event: KeyboardEvent): void {
  const { currentTarget } = event;
  if (event.key !== "Escape" || !(currentTarget instanceof HTMLDetailsElement) || !currentTarget.open) return;
  event.stopPropagation();
  closeMenu(event);
}

/** What the conversation is about, such as a session with its time and price. */
function card({ talk, say, tag, timeZone, bookingHref }: Head): TemplateResult | typeof nothing {
  const { card: shown, about } = talk.conversation;
  if (!shown || !about) return nothing;
  const { title, at, price, state } = shown;
  const href = about.kind === "booking" ? addressOf(bookingHref, about.id) : null;
  const line = [
    isState(state) ? say(state) : null,
    at === null ? null : formatMoment(tag, Date.parse(at), timeZone),
    price && formatMoney(tag, price.amountMinor, price.currency),
  ];
  return html`<div class="card" part="card">
    <p class="name">
      ${href === null ? html`<bdi>${title}</bdi>` : html`<a href=${href}><bdi>${title}</bdi></a>`}
    </p>
    <p class="small muted">${line.filter(Boolean).join(" · ")}</p>
  </div>`;
}

const states = ["pending", "confirmed", "completed", "cancelled"] as const;
const isState = (state: string): state is (typeof states)[number] => states.some((known) => known === state);

/** The one other person of a conversation of two or about a thing; undefined in a group and when they are gone. */
export const partnerIn = ({ kind, participants }: OpenConversation, me: string) =>
  kind === "group" ? undefined : participants.find(({ memberId }) => memberId !== me);

import { type ApiError, type Contract } from "@tessera/sdk/browser";
import { html, nothing, type TemplateResult } from "lit";
import { Action } from "../base/action.ts";
import { type Page } from "../base/contexts.ts";
import { type Panel, type PanelHost, wear } from "../base/lazy.ts";
import { type Say, Texts } from "../base/texts.ts";
import { type ChatTexts } from "./chat.texts.ts";
import { type Correspondence } from "./correspondence.ts";
import { searchStyles } from "./search.styles.ts";
import { searchTexts, type SearchTexts } from "./search.texts.ts";
import { type Clock, formatLast, titleOf } from "./titles.ts";

/** What searching needs of the chat. */
export interface SearchParts {
  readonly page: () => Page;
  readonly words: Say<ChatTexts>;
  readonly all: Correspondence;
  readonly clock: () => Clock;
  readonly refused: (failure: ApiError) => TemplateResult;
  readonly close: () => void;
  /** Goes to a message. */
  readonly goTo: (conversationId: string, seq: number) => void;
}

type Answer = Contract["messaging"]["searchMessages"]["output"];
type Found = Answer["items"][number];

/** What was asked, by whom, and in which conversation; in all for undefined. */
interface Question {
  readonly me: string;
  readonly query: string;
  readonly conversationId: string | undefined;
}

/** So much of a message is shown before the first word that was found. */
const lettersBefore = 24;

/** Finds messages by their words, in one conversation or in all, and goes to them. */
export class Search implements Panel {
  readonly #host: PanelHost;
  readonly #parts: SearchParts;
  readonly #texts: Texts<SearchTexts>;
  readonly #asking: Action<[question: Question, cursor?: string], void>;
  #answered: (Question & Answer) | null = null;

  constructor(host: PanelHost, parts: SearchParts) {
    this.#host = host;
    this.#parts = parts;
    this.#texts = new Texts(host, searchTexts);
    this.#asking = new Action(host, (question, cursor) => this.#ask(question, cursor));
    wear(host, searchStyles);
  }

  get ready(): boolean {
    return this.#texts.ready;
  }

  render(conversationId: string | undefined): TemplateResult {
    const { say } = this.#texts;
    const { busy, failure } = this.#asking;
    const { all, refused, close } = this.#parts;
    const known = this.#answered;
    // Whoever signs in next finds nothing of what another member looked for.
    const answered = known?.me === all.me && known.conversationId === conversationId ? known : null;
    const name = conversationId === undefined ? "" : this.#titleIn(conversationId);
    return html`<div class="finder" @keydown=${this.#escape}>
        ${name ? html`<p class="small muted">${say("inOne", { name })}</p>` : nothing}
        <form role="search" @submit=${(event: Event) => this.#submit(event, conversationId)}>
          <input
            id="find"
            part="input"
            type="search"
            dir="auto"
            maxlength="200"
            aria-label=${say("words")}
            placeholder=${say("words")}
          />
          <button class="button primary" part="button primary-button" aria-busy=${busy}>
            ${say("find")}
          </button>
        </form>
        <button class="button quiet" part="button" data-deed="close-search" @click=${close}>
          ${say("close")}
        </button>
        ${failure ? refused(failure) : nothing}
      </div>
      ${answered ? this.#results(answered) : nothing}`;
  }

  #results(answered: Question & Answer): TemplateResult {
    const { say } = this.#texts;
    const { items, nextCursor, ...question } = answered;
    if (items.length === 0) return html`<p class="pad muted">${say("none")}</p>`;
    return html`<ul class="conversations">
        ${items.map((item) => this.#line(item))}
      </ul>
      ${
        nextCursor === null
          ? nothing
          : html`<div class="pad">
              <button
                class="button"
                part="button"
                data-deed="more-found"
                aria-busy=${this.#asking.busy}
                @click=${() => void this.#asking.run(question, nextCursor)}
              >
                ${say("more")}
              </button>
            </div>`
      }`;
  }

  #line(found: Found): TemplateResult {
    const { conversationId, seq, senderId, createdAt } = found;
    const { all, words, clock, goTo } = this.#parts;
    return html`<li>
      <button
        class="conversation plain"
        part="conversation"
        data-found=${seq}
        @click=${() => goTo(conversationId, seq)}
      >
        <span class="line"
          ><span class="name"><bdi>${this.#titleIn(conversationId)}</bdi></span>
          <time class="small muted" datetime=${createdAt}
            >${formatLast(Date.parse(createdAt), clock())}</time
          ></span
        >
        <span class="found small"
          >${senderId === all.me ? html`<span>${words("you")}</span> ` : nothing}<bdi
            >${excerpt(found)}</bdi
          ></span
        >
      </button>
    </li>`;
  }

  /** What a conversation is called; empty for one that is not in the list. */
  #titleIn(id: string): string {
    const { all, words, clock } = this.#parts;
    const talk = all.talks.value;
    const shown =
      all.inbox.value?.items.find((one) => one.id === id) ??
      (talk?.id === id ? talk.conversation : undefined);
    return shown ? titleOf(shown, { me: all.me, tag: clock().tag, say: words }) : "";
  }

  readonly #escape = (event: KeyboardEvent): void => {
    if (event.key !== "Escape" || event.isComposing) return;
    event.stopPropagation();
    this.#parts.close();
  };

  #submit(event: Event, conversationId: string | undefined): void {
    event.preventDefault();
    const query = this.#host.renderRoot.querySelector<HTMLInputElement>("#find")?.value.trim() ?? "";
    if (query !== "") void this.#asking.run({ me: this.#parts.all.me, query, conversationId });
  }

  async #ask(question: Question, cursor?: string): Promise<void> {
    const { query, conversationId } = question;
    const { messaging } = this.#parts.page().client;
    const answer = await messaging.searchMessages({ query, conversationId, cursor, limit: 20 });
    const before = cursor === undefined ? [] : (this.#answered?.items ?? []);
    const items = [...before, ...answer.items];
    this.#answered = { ...question, ...answer, items };
    const { say } = this.#texts;
    this.#host.announce(items.length > 0 ? say("found", { count: items.length }) : say("none"));
  }
}

/** A message from a little before the first word that was found, with those words marked. */
function excerpt({ text, highlights }: Found): TemplateResult {
  const whole = text ?? "";
  const first = highlights[0]?.start ?? 0;
  const letters = [...new Intl.Segmenter().segment(whole.slice(0, first))];
  const from = letters.at(-lettersBefore)?.index ?? 0;
  let at = from;
  const parts = highlights.map(({ start, end }) => {
    const before = whole.slice(at, start);
    at = end;
    return html`${before}<mark>${whole.slice(start, end)}</mark>`;
  });
  return html`${from > 0 ? "… " : nothing}${parts}${whole.slice(at, at + 140)}`;
}

import { html, nothing, type TemplateResult } from "lit";
import { Action } from "../base/action.ts";
import { type Page } from "../base/contexts.ts";
import { formatMoney } from "../base/money.ts";
import { LazyPanel, type Panel, type PanelHost } from "../base/lazy.ts";
import { Texts } from "../base/texts.ts";
import { icon } from "../parts/icon.ts";
import { notice } from "../parts/notice.ts";
import { confirmationTexts, type ConfirmationTexts } from "./confirmation.texts.ts";
import { type Deeds } from "./deeds.ts";
import { type Booking, type Journey } from "./journey.ts";

/** What the confirmation needs of the widget. */
export interface ConfirmationParts {
  readonly page: Page;
  /** Called when the visitor wants another time. */
  readonly again: () => void;
}

type Deed = "join" | "addToCalendar" | "cancel";

// The room lets its people in from then on.
const openMinutes = 15;

/** The agreed session: how to join, the calendar file, and a way to call it off. */
export class Confirmation implements Panel {
  readonly #host: PanelHost;
  readonly #parts: ConfirmationParts;
  readonly #texts: Texts<ConfirmationTexts>;
  readonly #deeds: LazyPanel<Deeds>;
  readonly #doing: Action<[booking: Booking], void>;
  /** What was pressed last. */
  #deed: Deed = "join";

  constructor(host: PanelHost, parts: ConfirmationParts) {
    this.#host = host;
    this.#parts = parts;
    this.#texts = new Texts(host, confirmationTexts);
    this.#deeds = new LazyPanel(host, async () => {
      const { Deeds } = await import("./deeds.ts");
      return new Deeds(host, parts.page);
    });
    this.#doing = new Action(host, async (booking) => (await this.#deeds.arrived())[this.#deed](booking));
  }

  get ready(): boolean {
    return this.#texts.ready;
  }

  render(journey: Journey): TemplateResult {
    const { say } = this.#texts;
    const { booking } = journey;
    if (!booking) return html``;
    const isCancelled = booking.state === "cancelled";
    const isOver = !isCancelled && Date.parse(booking.endsAt) < this.#parts.page.now();
    const failure = this.#doing.failure ?? this.#deeds.current?.failure;
    return html`<div class="done">
      <span class="seal ${isCancelled ? "off" : ""}">${icon(isCancelled ? "calendar" : "tick")}</span>
      <h3 class="title" tabindex="-1" data-heading>
        ${say(isCancelled ? "cancelled" : isOver ? "over" : "booked")}
      </h3>
      ${isCancelled ? this.#afterCancel(journey) : isOver ? nothing : this.#ahead(booking)}
      ${failure ? html`<div role="alert">${notice(this.#host.sentence(failure))}</div>` : nothing}
      <button class="button quiet" part="button" @click=${this.#parts.again}>${say("again")}</button>
      ${this.#deeds.current?.render(journey)}
    </div>`;
  }

  #ahead(booking: Booking): TemplateResult {
    const { say } = this.#texts;
    const isOpen = this.#parts.page.now() >= Date.parse(booking.startsAt) - openMinutes * 60_000;
    const { member } = this.#parts.page.session;
    return html`${member ? html`<p class="muted">${say("mailed", { email: member.email })}</p>` : nothing}
      <div class="actions">
        ${isOpen ? this.#button("join", booking) : nothing}
        ${this.#button("addToCalendar", booking, icon("calendar"))} ${this.#button("cancel", booking)}
      </div>
      ${isOpen ? nothing : html`<p class="small muted">${say("joinLater")}</p>`}`;
  }

  #button(deed: Deed, booking: Booking, picture: TemplateResult | typeof nothing = nothing): TemplateResult {
    return html`<button
      class="button ${deed === "join" ? "primary" : ""}"
      part="button"
      aria-busy=${this.#doing.busy && this.#deed === deed}
      @click=${() => this.#do(deed, booking)}
    >
      ${picture}${this.#texts.say(deed)}
    </button>`;
  }

  #do(deed: Deed, booking: Booking): void {
    if (this.#doing.busy) return;
    this.#deed = deed;
    void this.#doing.run(booking);
  }

  #afterCancel({ order }: Journey): TemplateResult | typeof nothing {
    if (!order || order.refundedMinor === 0) return nothing;
    const amount = formatMoney(this.#host.locale.tag, order.refundedMinor, order.currency);
    return html`<p>${this.#texts.say("refunded", { amount })}</p>`;
  }
}

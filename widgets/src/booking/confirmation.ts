import { html, nothing, type TemplateResult } from "lit";
import { Action } from "../base/action.ts";
import { type Page } from "../base/contexts.ts";
import { formatMoney } from "../base/format.ts";
import { LazyPanel, type Panel, type PanelHost } from "../base/lazy.ts";
import { Texts } from "../base/texts.ts";
import { icon } from "../parts/icon.ts";
import { notice } from "../parts/notice.ts";
import { type Cancellation } from "./cancellation.ts";
import { confirmationTexts, type ConfirmationTexts } from "./confirmation.texts.ts";
import { type Journey } from "./journey.ts";

/** What the confirmation needs of the widget. */
export interface ConfirmationParts {
  readonly page: Page;
  /** Called when the visitor wants another time. */
  readonly again: () => void;
}

// The room lets its people in from then on.
const openMinutes = 15;

/** The agreed session: how to join, the calendar file, and a way to call it off. */
export class Confirmation implements Panel {
  readonly #host: PanelHost;
  readonly #parts: ConfirmationParts;
  readonly #texts: Texts<ConfirmationTexts>;
  readonly #joining: Action<[journey: Journey], void>;
  readonly #exporting: Action<[journey: Journey], void>;
  readonly #cancelling: Action<[journey: Journey], unknown>;
  readonly #cancellation: LazyPanel<Cancellation>;

  constructor(host: PanelHost, parts: ConfirmationParts) {
    this.#host = host;
    this.#parts = parts;
    this.#texts = new Texts(host, confirmationTexts);
    this.#joining = new Action(host, (journey) => this.#join(journey));
    this.#exporting = new Action(host, (journey) => this.#export(journey));
    this.#cancellation = new LazyPanel(host, async () => {
      const { Cancellation } = await import("./cancellation.ts");
      return new Cancellation(host, parts.page);
    });
    this.#cancelling = new Action(host, async (journey) => (await this.#cancellation.arrived()).ask(journey));
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
    const failure = this.#joining.failure ?? this.#exporting.failure ?? this.#cancellation.current?.failure;
    return html`<div class="done">
      <span class="seal ${isCancelled ? "off" : ""}">${icon(isCancelled ? "calendar" : "tick")}</span>
      <h3 class="title" tabindex="-1" data-heading>
        ${say(isCancelled ? "cancelled" : isOver ? "over" : "booked")}
      </h3>
      ${isCancelled ? this.#afterCancel(journey) : isOver ? nothing : this.#ahead(journey)}
      ${failure ? html`<div role="alert">${notice(this.#host.sentence(failure))}</div>` : nothing}
      <button class="button quiet" part="button" @click=${this.#parts.again}>${say("again")}</button>
      ${this.#cancellation.current?.render(journey)}
    </div>`;
  }

  #ahead(journey: Journey): TemplateResult {
    const { say } = this.#texts;
    const { member } = this.#parts.page.session;
    return html`${member ? html`<p class="muted">${say("mailed", { email: member.email })}</p>` : nothing}
      <div class="actions">
        ${this.#isOpen(journey) ? this.#button("join", this.#joining, journey) : nothing}
        ${this.#button("addToCalendar", this.#exporting, journey, icon("calendar"))}
        ${this.#button("cancel", this.#cancelling, journey)}
      </div>
      ${this.#isOpen(journey) ? nothing : html`<p class="small muted">${say("joinLater")}</p>`}`;
  }

  #button(
    name: "join" | "addToCalendar" | "cancel",
    action: Action<[journey: Journey], unknown>,
    journey: Journey,
    picture: TemplateResult | typeof nothing = nothing,
  ): TemplateResult {
    return html`<button
      class="button ${name === "join" ? "primary" : ""}"
      part="button"
      aria-busy=${action.busy}
      @click=${() => void action.run(journey)}
    >
      ${picture}${this.#texts.say(name)}
    </button>`;
  }

  #isOpen({ booking }: Journey): boolean {
    return booking !== null && this.#parts.page.now() >= Date.parse(booking.startsAt) - openMinutes * 60_000;
  }

  #afterCancel({ order }: Journey): TemplateResult | typeof nothing {
    if (!order || order.refundedMinor === 0) return nothing;
    const amount = formatMoney(this.#host.locale.tag, order.refundedMinor, order.currency);
    return html`<p>${this.#texts.say("refunded", { amount })}</p>`;
  }

  async #join({ booking }: Journey): Promise<void> {
    if (!booking) return;
    const { url } = await this.#parts.page.client.scheduling.joinBooking({ id: booking.id });
    window.open(url, "_blank", "noopener");
  }

  async #export({ booking }: Journey): Promise<void> {
    if (!booking) return;
    const { filename, text } = await this.#parts.page.client.scheduling.getCalendarFile({ id: booking.id });
    const file = URL.createObjectURL(new Blob([text], { type: "text/calendar" }));
    const link = Object.assign(document.createElement("a"), { href: file, download: filename });
    link.click();
    URL.revokeObjectURL(file);
  }
}

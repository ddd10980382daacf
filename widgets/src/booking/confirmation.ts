import { type Contract } from "@tessera/sdk/browser";
import { html, nothing, type TemplateResult } from "lit";
import { Action } from "../base/action.ts";
import { type Page } from "../base/contexts.ts";
import { emit } from "../base/events.ts";
import { formatMoney } from "../base/format.ts";
import { type Panel, type PanelHost, wear } from "../base/lazy.ts";
import { Texts } from "../base/texts.ts";
import { dialog, dialogStyles, showDialog } from "../parts/dialog.ts";
import { icon } from "../parts/icon.ts";
import { notice } from "../parts/notice.ts";
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

type Cancellation = Contract["orders"]["cancelOrder"]["output"];

/** The agreed session: how to join, the calendar file, and a way to call it off that names the refund before. */
export class Confirmation implements Panel {
  readonly #host: PanelHost;
  readonly #parts: ConfirmationParts;
  readonly #texts: Texts<ConfirmationTexts>;
  readonly #joining: Action<[journey: Journey], void>;
  readonly #exporting: Action<[journey: Journey], void>;
  readonly #asking: Action<[journey: Journey], void>;
  readonly #cancelling: Action<[journey: Journey], void>;
  /** What calling off would give back, while the question is open. */
  #question: Cancellation | null = null;
  #refundMinor = 0;

  constructor(host: PanelHost, parts: ConfirmationParts) {
    this.#host = host;
    this.#parts = parts;
    this.#texts = new Texts(host, confirmationTexts);
    this.#joining = new Action(host, (journey) => this.#join(journey));
    this.#exporting = new Action(host, (journey) => this.#export(journey));
    this.#asking = new Action(host, (journey) => this.#ask(journey));
    this.#cancelling = new Action(host, (journey) => this.#cancel(journey));
    wear(host, dialogStyles);
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
    const actions = [this.#joining, this.#exporting, this.#asking, this.#cancelling];
    const failure = actions.find((action) => action.failure)?.failure;
    return html`<div class="done">
      <span class="seal ${isCancelled ? "off" : ""}">${icon(isCancelled ? "calendar" : "tick")}</span>
      <h3 class="title" tabindex="-1" data-heading>
        ${say(isCancelled ? "cancelled" : isOver ? "over" : "booked")}
      </h3>
      ${isCancelled ? this.#afterCancel(journey) : isOver ? nothing : this.#ahead(journey)}
      ${failure ? html`<div role="alert">${notice(this.#host.sentence(failure))}</div>` : nothing}
      <button class="button quiet" part="button" @click=${this.#parts.again}>${say("again")}</button>
      ${this.#question ? this.#cancelDialog(journey, this.#question) : nothing}
    </div>`;
  }

  #ahead(journey: Journey): TemplateResult {
    const { say } = this.#texts;
    const { member } = this.#parts.page.session;
    return html`${member ? html`<p class="muted">${say("mailed", { email: member.email })}</p>` : nothing}
      <div class="actions">
        ${this.#isOpen(journey) ? this.#button("join", this.#joining, journey, icon("video")) : nothing}
        ${this.#button("addToCalendar", this.#exporting, journey, icon("calendar"))}
        ${this.#button("cancel", this.#asking, journey)}
      </div>
      ${this.#isOpen(journey) ? nothing : html`<p class="small muted">${say("joinLater")}</p>`}`;
  }

  #button(
    name: "join" | "addToCalendar" | "cancel",
    action: Action<[journey: Journey], void>,
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
    if (!order || this.#refundMinor === 0) return nothing;
    return html`<p>
      ${this.#texts.say("refunded", { amount: this.#money(this.#refundMinor, order.currency) })}
    </p>`;
  }

  #cancelDialog(journey: Journey, { refundMinor }: Cancellation): TemplateResult {
    const { say } = this.#texts;
    const { totalMinor = 0, currency = "EUR" } = journey.order ?? {};
    const consequence =
      totalMinor === 0
        ? say("cancelFree")
        : refundMinor > 0
          ? say("cancelRefund", { amount: this.#money(refundMinor, currency) })
          : say("cancelNoRefund");
    return dialog(
      say("cancelTitle"),
      html`<h2>${say("cancelTitle")}</h2>
        <p>${consequence}</p>
        <div class="actions">
          <button class="button primary" part="button" @click=${this.#close}>${say("keep")}</button>
          <button
            class="button"
            part="button"
            aria-busy=${this.#cancelling.busy}
            @click=${() => void this.#cancelling.run(journey)}
          >
            ${say("cancel")}
          </button>
        </div>`,
      this.#close,
    );
  }

  readonly #close = () => {
    this.#question = null;
    this.#host.requestUpdate();
  };

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

  async #ask({ order, booking }: Journey): Promise<void> {
    if (!order || !booking) return;
    if (!emit(this.#host, "tessera-before-booking-cancel", { bookingId: booking.id, orderId: order.id }))
      return;
    this.#question = await this.#parts.page.client.orders.cancelOrder({ id: order.id, dryRun: true });
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    showDialog(this.#host.renderRoot);
  }

  async #cancel(journey: Journey): Promise<void> {
    const { order, booking } = journey;
    if (!order || !booking) return;
    const { refundMinor } = await this.#parts.page.client.orders.cancelOrder({ id: order.id });
    this.#refundMinor = refundMinor;
    this.#close();
    await journey.refresh();
    emit(this.#host, "tessera-booking-cancelled", { bookingId: booking.id, orderId: order.id, refundMinor });
    void this.#host.focusOn("[data-heading]");
  }

  #money(amountMinor: number, currency: string): string {
    return formatMoney(this.#host.locale.tag, amountMinor, currency);
  }
}

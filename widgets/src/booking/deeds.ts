import { type Contract } from "@tessera/sdk/browser";
import { html, type TemplateResult } from "lit";
import { Action } from "../base/action.ts";
import { type Page } from "../base/contexts.ts";
import { emit } from "../base/events.ts";
import { formatMoney } from "../base/money.ts";
import { type Panel, type PanelHost, wear } from "../base/lazy.ts";
import { Texts } from "../base/texts.ts";
import { saveCalendarFile } from "../parts/calendar/calendar-file.ts";
import { dialog, dialogStyles, showDialog } from "../parts/dialog/dialog.ts";
import { cancellationTexts, type CancellationTexts } from "./cancellation.texts.ts";
import { type Booking, type Journey } from "./journey.ts";

type Consequence = Contract["orders"]["cancelOrder"]["output"];

/** What can be done about an agreed session; loaded when somebody begins. Calling it off names the refund and asks first. */
export class Deeds implements Panel {
  readonly #host: PanelHost;
  readonly #page: Page;
  readonly #texts: Texts<CancellationTexts>;
  readonly #cancelling: Action<[journey: Journey], void>;
  /** What calling off would give back, while the question is open. */
  #question: Consequence | null = null;

  constructor(host: PanelHost, page: Page) {
    this.#host = host;
    this.#page = page;
    this.#texts = new Texts(host, cancellationTexts);
    this.#cancelling = new Action(host, (journey) => this.#cancel(journey));
    wear(host, dialogStyles);
  }

  get ready(): boolean {
    return this.#texts.ready;
  }

  get failure() {
    return this.#cancelling.failure;
  }

  /** The open question; nothing while there is none. */
  render(journey: Journey): TemplateResult {
    const { say } = this.#texts;
    if (!this.#question) return html``;
    const { amountMinor = 0, currency = "EUR" } = journey.booking?.price ?? {};
    const amount = formatMoney(this.#host.locale.tag, this.#question.refundMinor, currency);
    const isRefunded = this.#question.refundMinor > 0;
    return dialog(
      say("title"),
      html`<h2>${say("title")}</h2>
        <p>${amountMinor === 0 ? say("free") : isRefunded ? say("refund", { amount }) : say("noRefund")}</p>
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

  /** Opens the meeting beside the page. */
  async join({ id }: Booking): Promise<void> {
    const { url } = await this.#page.client.scheduling.joinBooking({ id });
    window.open(url, "_blank", "noopener");
  }

  /** Saves the session for the visitor's calendar. */
  async addToCalendar({ id }: Booking): Promise<void> {
    saveCalendarFile(await this.#page.client.scheduling.getCalendarFile({ id }));
  }

  /** Opens the question, unless the page says no. */
  async cancel({ id: bookingId, orderId }: Booking): Promise<void> {
    if (!orderId) return;
    this.#cancelling.forgive();
    if (!emit(this.#host, "tessera-before-booking-cancel", { bookingId, orderId })) return;
    this.#question = await this.#page.client.orders.cancelOrder({ id: orderId, dryRun: true });
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    showDialog(this.#host.renderRoot);
  }

  async #cancel(journey: Journey): Promise<void> {
    const { booking } = journey;
    if (!booking?.orderId) return;
    const { id: bookingId, orderId } = booking;
    const { refundMinor } = await this.#page.client.orders.cancelOrder({ id: orderId });
    this.#close();
    await journey.refresh();
    emit(this.#host, "tessera-booking-cancelled", { bookingId, orderId, refundMinor });
    void this.#host.focusOn("[data-heading]");
  }
}

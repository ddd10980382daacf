import { type ApiError, type Client } from "@tessera/sdk/browser";
import { type ReactiveControllerHost } from "lit";
import { Action } from "../base/action.ts";
import { emit } from "../base/events.ts";
import { saveCalendarFile } from "../parts/calendar/calendar-file.ts";
import { type Question } from "./question.ts";
import { type Deed } from "./session-card.ts";
import { type Session } from "./sessions.ts";

/** What doing something about a session needs of the widget. */
export interface DeedParts {
  readonly client: () => Client;
  /** The site's time in milliseconds. */
  readonly now: () => number;
  /** Called when a session has changed. */
  readonly changed: () => void;
  /** Called when a question was closed without a yes. */
  readonly returned: (session: Session, deed: Deed) => void;
}

const fourWeeksMs = 28 * 86_400_000;

/** What a member does about one session at a time: at once, or after a question that names the consequence. */
export class Deeds {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #parts: DeedParts;
  readonly #beginning: Action<[session: Session, deed: Deed], void>;
  readonly #confirming: Action<[question: Question, startsAt: string], void>;
  #deed: Deed | null = null;

  /** The session at hand, by its booking. */
  bookingId: string | null = null;
  /** The open question. */
  question: Question | null = null;

  constructor(host: ReactiveControllerHost & HTMLElement, parts: DeedParts) {
    this.#host = host;
    this.#parts = parts;
    this.#beginning = new Action(host, (session, deed) => this.#begin(session, deed));
    this.#confirming = new Action(host, (question, startsAt) => this.#confirm(question, startsAt));
  }

  /** What is being done. */
  get busy(): Deed | null {
    return this.#beginning.busy || this.#confirming.busy ? this.#deed : null;
  }

  /** Why the last try failed. */
  get failure(): ApiError | null {
    return this.#beginning.failure ?? this.#confirming.failure;
  }

  /** Does it, or opens the question before it. */
  async begin(session: Session, deed: Deed): Promise<void> {
    if (this.busy) return;
    this.bookingId = session.booking.id;
    this.#deed = deed;
    this.#confirming.forgive();
    await this.#beginning.run(session, deed);
  }

  /** The member says yes to the open question. */
  async confirm(startsAt: string): Promise<void> {
    if (this.question) await this.#confirming.run(this.question, startsAt);
  }

  /** The member says no. */
  close(): void {
    const { question } = this;
    // Taking the dialog away closes it once more.
    if (!question) return;
    this.question = null;
    this.forgive();
    this.#parts.returned(question.session, question.deed);
  }

  /** Forgets the last failure. */
  forgive(): void {
    this.#beginning.forgive();
    this.#confirming.forgive();
  }

  async #begin(session: Session, deed: Deed): Promise<void> {
    const { scheduling } = this.#parts.client();
    const { booking, order } = session;
    switch (deed) {
      case "join": {
        const { url } = await scheduling.joinBooking({ id: booking.id });
        window.open(url, "_blank", "noopener");
        return;
      }
      case "calendar":
        return saveCalendarFile(await scheduling.getCalendarFile({ id: booking.id }));
      case "accept_move":
      case "decline_move":
        return this.#answer(session, deed === "accept_move");
      case "cancel":
        if (order) this.question = await this.#askToCancel(session, order.id);
        return;
      case "propose_move":
        this.question = { session, deed, starts: await this.#starts(session) };
        return;
      default:
        this.question = { session, deed };
    }
  }

  async #askToCancel(session: Session, orderId: string): Promise<Question | null> {
    const { id: bookingId } = session.booking;
    if (!emit(this.#host, "tessera-before-booking-cancel", { bookingId, orderId })) return null;
    const { refundMinor } = await this.#parts.client().orders.cancelOrder({ id: orderId, dryRun: true });
    return { session, deed: "cancel", refundMinor };
  }

  async #starts({ booking: { offerId, startsAt } }: Session): Promise<readonly string[]> {
    const now = this.#parts.now();
    const { items } = await this.#parts.client().scheduling.listSlots({
      offerIds: [offerId],
      from: new Date(now).toISOString(),
      until: new Date(now + fourWeeksMs).toISOString(),
    });
    return items.flatMap((item) => item.startsAt).filter((start) => start !== startsAt);
  }

  async #answer({ booking, order }: Session, accept: boolean): Promise<void> {
    if (!order?.proposal) return;
    const { startsAt } = order.proposal;
    await this.#parts.client().orders.answerMove({ id: order.id, accept, startsAt });
    if (accept)
      emit(this.#host, "tessera-booking-moved", { bookingId: booking.id, orderId: order.id, startsAt });
    this.#parts.changed();
  }

  async #confirm({ session: { booking, order }, deed }: Question, startsAt: string): Promise<void> {
    if (!order) return;
    const { orders } = this.#parts.client();
    const { id } = order;
    switch (deed) {
      case "cancel": {
        const { refundMinor } = await orders.cancelOrder({ id });
        emit(this.#host, "tessera-booking-cancelled", { bookingId: booking.id, orderId: id, refundMinor });
        break;
      }
      case "complete":
        await orders.completeOrder({ id });
        break;
      case "mark_client_absent":
        await orders.markAbsent({ id, who: "client" });
        break;
      case "mark_provider_absent":
        await orders.markAbsent({ id, who: "provider" });
        break;
      case "propose_move":
        await orders.proposeMove({ id, startsAt });
    }
    this.question = null;
    this.#parts.changed();
  }
}

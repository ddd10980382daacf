import { type Contract } from "@tessera/sdk/browser";
import { html, nothing, type TemplateResult } from "lit";
import { property } from "lit/decorators.js";
import { type Desk, may } from "../../base/desk.ts";
import { AdminElement } from "../../base/element.ts";
import { Load } from "../../base/load.ts";
import { Dialog, type Question, textOf } from "../../parts/dialog.ts";
import { facts } from "../../parts/facts.ts";
import { moment } from "../../parts/moment.ts";
import { moneyText } from "../../parts/money.ts";
import { membersOf, nameOf, type Named } from "../../parts/names.ts";
import { notesAbout } from "../notes/notes.ts";
import { type BookingSay, bookingsVoice } from "./texts.ts";

type Booking = Contract["scheduling"]["getBooking"]["output"];

interface Seen {
  readonly booking: Booking;
  readonly members: ReadonlyMap<string, Named>;
}

const colours = { pending: "waiting-chip", confirmed: "good", completed: "good", cancelled: "" } as const;

/** A booking's state with its colour. */
export const bookingChip = (say: BookingSay, state: Booking["state"]): TemplateResult =>
  html`<span class="chip ${colours[state]}">${say(state)}</span>`;

/** One session, and what the team can do with it when no order governs it. */
export class AdminBooking extends AdminElement {
  @property({ attribute: false }) desk!: Desk;
  @property({ attribute: false }) bookingId!: string;

  private readonly dialog = new Dialog(this, () => this.desk);
  private readonly seen = new Load<Seen>(
    this,
    () => this.desk,
    async (desk, options) => {
      const booking = await desk.client.scheduling.getBooking({ id: this.bookingId }, options);
      return { booking, members: await membersOf(desk, [booking.hostId, booking.clientId], options) };
    },
  );

  override render(): TemplateResult {
    return html`<div class="page">
      <p><a href="/bookings">${bookingsVoice(this.desk)("back")}</a></p>
      ${this.seen.show((seen) => this.content(seen))} ${this.dialog.show()}
    </div>`;
  }

  private content({ booking, members }: Seen): TemplateResult {
    const { desk } = this;
    const say = bookingsVoice(desk);
    const { price, orderId, cancelled } = booking;
    const person = (id: string) =>
      members.has(id) ? html`<a href="/members/${id}">${nameOf(members, id)}</a>` : id;
    return html`<div class="row apart">
        <h1>${booking.title}</h1>
        ${bookingChip(say, booking.state)}
      </div>
      <section class="card" aria-label=${say("session")}>
        ${facts([
          [say("starts"), moment(desk, booking.startsAt)],
          [say("session"), say("minutes", { count: booking.minutes })],
          [say("client"), person(booking.clientId)],
          [say("host"), person(booking.hostId)],
          [say("price"), moneyText(price.amountMinor, price.currency, desk.language)],
          [say("booked"), moment(desk, booking.createdAt)],
          [say("place"), booking.meetingLink && html`<span dir="ltr">${booking.meetingLink}</span>`],
          [say("reason"), cancelled?.reason ?? null],
          [say("order"), orderId && html`<a href="/orders/${orderId}">${say("showOrder")}</a>`],
        ])}
      </section>
      ${orderId === null && may(desk, "scheduling.bookings") ? this.actions(booking) : nothing}
      ${notesAbout(desk, "booking", booking.id)}`;
  }

  private actions(booking: Booking): TemplateResult {
    const say = bookingsVoice(this.desk);
    const questions = this.questions(booking);
    return html`<section class="card" aria-labelledby="actions-title">
      <h2 id="actions-title">${say("actions")}</h2>
      ${questions.length === 0 ? html`<p class="quiet">${say("noActions")}</p>` : nothing}
      <div class="row">
        ${questions.map(
          (question) =>
            html`<button type="button" class="quiet-button" @click=${() => this.dialog.ask(question)}>
              ${question.title}
            </button>`,
        )}
      </div>
    </section>`;
  }

  private questions({ id, state }: Booking): readonly Question[] {
    if (state !== "confirmed") return [];
    const say = bookingsVoice(this.desk);
    const { scheduling } = this.desk.client;
    return [
      {
        title: say("complete"),
        lead: say("completeLead"),
        submit: say("complete"),
        run: async () => {
          await scheduling.completeBooking({ id });
          this.seen.reload();
          return undefined;
        },
      },
      {
        title: say("cancel"),
        lead: say("cancelLead"),
        submit: say("cancel"),
        isDangerous: true,
        fields: [{ name: "reason", label: say("reason"), kind: "long" }],
        run: async (filled) => {
          const reason = textOf(filled, "reason");
          await scheduling.cancelBooking({ id, ...(reason && { reason }) });
          this.seen.reload();
          return undefined;
        },
      },
    ];
  }
}

import { ApiError, type Contract } from "@tessera/sdk/browser";
import { html, nothing, type TemplateResult } from "lit";
import { property, state } from "lit/decorators.js";
import { type Desk, may } from "../../base/desk.ts";
import { AdminElement } from "../../base/element.ts";
import { failureNotice, Load } from "../../base/load.ts";
import { Dialog, type Question } from "../../parts/dialog.ts";
import { type Fact, facts } from "../../parts/facts.ts";
import { moment } from "../../parts/moment.ts";
import { moneyText } from "../../parts/money.ts";
import { campaignText } from "./campaign.ts";
import { notesAbout } from "../notes/notes.ts";
import { talkAbout } from "./dispute-talk.ts";
import { disputesVoice } from "./dispute-texts.ts";
import { orderActions } from "./order-actions.ts";
import { type Past, storyOf } from "./story.ts";
import { stateChip } from "./state-chip.ts";
import { ordersVoice } from "./texts.ts";

export type Order = Contract["orders"]["getOrder"]["output"];
export type Payment = Contract["money"]["getPayment"]["output"];
export type Booking = Contract["scheduling"]["getBooking"]["output"];
type Member = Contract["identity"]["getMember"]["output"];

interface Seen extends Past {
  readonly escrow: Contract["orders"]["getOrderHistory"]["output"]["escrow"];
  readonly buyer: Member | null;
  readonly seller: Member | null;
}

/** One order: who, what, when, its money, what happened, and what the team can do. */
export class AdminOrder extends AdminElement {
  @property({ attribute: false }) desk!: Desk;
  @property({ attribute: false }) orderId!: string;

  /** Why an action could not even be asked about. */
  @state() private failure: ApiError | null = null;

  private readonly dialog = new Dialog(this, () => this.desk);
  private readonly seen = new Load<Seen>(
    this,
    () => this.desk,
    async (desk, options) => {
      const { client } = desk;
      const order = await client.orders.getOrder({ id: this.orderId }, options);
      const member = (id: string) =>
        may(desk, "identity.view_members") ? client.identity.getMember({ id }, options) : null;
      const [booking, history, payments, buyer, seller] = await Promise.all([
        order.bookingId === null ? null : client.scheduling.getBooking({ id: order.bookingId }, options),
        client.orders.getOrderHistory({ id: order.id }, options),
        may(desk, "money.view")
          ? client.money.listPayments({ orderId: order.id, limit: 100 }, options)
          : null,
        member(order.buyerId),
        member(order.sellerId),
      ]);
      return { order, booking, ...history, payments: payments?.items ?? [], buyer, seller };
    },
  );

  override render(): TemplateResult {
    const say = ordersVoice(this.desk);
    return html`<div class="page">
      <p><a href="/orders">${say("back")}</a></p>
      ${this.seen.show((seen) => this.content(seen))} ${this.dialog.show()}
    </div>`;
  }

  private content(seen: Seen): TemplateResult {
    const { order, booking, payments, escrow, buyer, seller } = seen;
    const { desk } = this;
    const say = ordersVoice(desk);
    const money = (minor: number) => moneyText(minor, order.currency, desk.language);
    const person = (member: Member | null, id: string) =>
      member
        ? html`<a href="/members/${id}">${member.name}</a><br /><span class="quiet" dir="ltr"
              >${member.email}</span
            >`
        : id;
    return html`<div class="row apart">
        <h1>${say("order", { number: order.number })}</h1>
        ${stateChip(say, order.state)}
      </div>
      <section class="card" aria-labelledby="who-title">
        <h2 id="who-title">${say("parties")}</h2>
        ${facts([
          [say("buyer"), person(buyer, order.buyerId)],
          [say("seller"), person(seller, order.sellerId)],
          [say("starts"), booking && moment(desk, booking.startsAt)],
          [say("due"), order.work?.dueAt ? moment(desk, order.work.dueAt) : null],
          [say("note"), order.note],
          [say("campaign"), campaignText(order.utm) || null],
        ])}
      </section>
      <section class="card" aria-labelledby="lines-title">
        <h2 id="lines-title">${say("lines")}</h2>
        ${facts([
          ...order.lines.map(({ title, quantity, amountMinor }): Fact => [
            `${quantity} × ${title}`,
            money(amountMinor),
          ]),
          [say("total"), money(order.totalMinor)],
          [say("givenBack"), money(order.refundedMinor)],
          [
            say("escrow"),
            escrow.fundedMinor === 0
              ? null
              : say("escrowOf", { held: money(escrow.heldMinor), funded: money(escrow.fundedMinor) }),
          ],
        ])}
      </section>
      ${order.dispute ? html`${this.dispute(order.dispute)} ${talkAbout(desk, order.id)}` : nothing}
      <section class="card" aria-labelledby="actions-title">
        <h2 id="actions-title">${say("actions")}</h2>
        ${this.actions(order)} ${this.failure ? failureNotice(desk, this.failure) : nothing}
      </section>
      ${
        may(desk, "money.view")
          ? html`<section class="card" aria-labelledby="payments-title">
              <h2 id="payments-title">${say("payments")}</h2>
              ${payments.length === 0 ? html`<p class="quiet">${say("noPayments")}</p>` : payments.map((each) => this.payment(each))}
            </section>`
          : nothing
      }
      ${notesAbout(desk, "order", order.id)}
      <section class="card" aria-labelledby="story-title">
        <h2 id="story-title">${say("history")}</h2>
        <ol class="story">
          ${storyOf(desk, seen).map(
            ({ at, text, who }) =>
              html`<li>
                <strong>${text}</strong><br /><span class="quiet"
                  >${who ? html`${who} · ` : nothing}${moment(desk, at)}</span
                >
              </li>`,
          )}
        </ol>
      </section>`;
  }

  private dispute({
    openedAt,
    openedBy,
    reason,
    reply,
    files,
    replyUntil,
    outcome,
    ruling,
  }: NonNullable<Order["dispute"]>): TemplateResult {
    const { desk } = this;
    const say = ordersVoice(desk);
    const speak = disputesVoice(desk);
    const by = { client: "byClient", provider: "byProvider", operator: "byStaff" } as const;
    return html`<section class="card" aria-labelledby="dispute-title">
      <h2 id="dispute-title">${speak("dispute")}</h2>
      ${facts([
        [speak("openedBy"), html`${moment(desk, openedAt)} ${say(by[openedBy])}`],
        [speak("theirReason"), reason],
        [speak("theirReply"), reply],
        [speak("replyUntil"), replyUntil && moment(desk, replyUntil)],
        [
          speak("evidence"),
          files.length === 0
            ? null
            : html`<span class="row"
                >${files.map(
                  ({ fileId, name }) =>
                    html`<button type="button" class="quiet-button" @click=${() => this.show(fileId)}>
                      ${name}
                    </button>`,
                )}</span
              >`,
        ],
        [speak("outcome"), outcome && speak(outcome)],
        [speak("ruling"), ruling],
      ])}
    </section>`;
  }

  private async show(fileId: string): Promise<void> {
    this.failure = null;
    try {
      const { link } = await this.desk.client.files.getFile({ id: fileId });
      window.open(link.url, "_blank", "noopener");
    } catch (failure) {
      if (!(failure instanceof ApiError)) throw failure;
      this.failure = failure;
    }
  }

  private payment({
    amountMinor,
    currency,
    status,
    gateway,
    paidAt,
    createdAt,
    refunds,
  }: Payment): TemplateResult {
    const { desk } = this;
    const say = ordersVoice(desk);
    return html`<div class="row apart">
        <span><strong>${moneyText(amountMinor, currency, desk.language)}</strong> ${gateway}</span>
        <span class="quiet">${moment(desk, paidAt ?? createdAt)}</span>
        ${stateChip(say, status)}
      </div>
      ${refunds.map(
        (refund) =>
          html`<div class="row apart">
            <span>−${moneyText(refund.amountMinor, refund.currency, desk.language)}</span>
            <span class="quiet">${moment(desk, refund.createdAt)}</span>
            ${stateChip(say, refund.state === "succeeded" ? "refunded" : refund.state)}
          </div>`,
      )}`;
  }

  private actions(order: Order): TemplateResult {
    const actions = orderActions(this.desk, order, () => this.seen.reload());
    if (actions.length === 0) return html`<p class="quiet">${ordersVoice(this.desk)("noActions")}</p>`;
    return html`<div class="row">
      ${actions.map(
        ({ name, question }) =>
          html`<button type="button" class="quiet-button" @click=${() => this.ask(question)}>
            ${name}
          </button>`,
      )}
    </div>`;
  }

  private async ask(question: () => Promise<Question>): Promise<void> {
    this.failure = null;
    try {
      this.dialog.ask(await question());
    } catch (thrown) {
      if (!(thrown instanceof ApiError)) throw thrown;
      this.failure = thrown;
    }
  }
}

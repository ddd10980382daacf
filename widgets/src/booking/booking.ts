import { ApiError, type Client } from "@tessera/sdk/browser";
import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { Action } from "../base/action.ts";
import { baseTexts, type BaseTexts } from "../base/base.texts.ts";
import { consume } from "../base/context.ts";
import { clientContext, memberContext, type Page, pageContext, type SignedIn } from "../base/contexts.ts";
import { Countdown, formatSeconds } from "../base/countdown.ts";
import { define } from "../base/define.ts";
import { TesseraElement } from "../base/element.ts";
import { type WidgetState } from "../base/widget-state.ts";
import { emit } from "../base/events.ts";
import { LazyPanel } from "../base/lazy.ts";
import { Load } from "../base/load.ts";
import { property, state } from "../base/reactive.ts";
import { Texts } from "../base/texts.ts";
import { icon } from "../parts/icon.ts";
import { notice } from "../parts/notice.ts";
import { styles } from "./booking.styles.ts";
import { bookingTexts, type BookingTexts } from "./booking.texts.ts";
import { Journey, type Offer, type Step } from "./journey.ts";
import { ManageLink } from "./manage-link.ts";
import { offerList } from "./offer-list.ts";
import { briefOutline, cardOutline, formOutline } from "./outline.ts";
import { summary } from "./summary.ts";
import { TimeStep } from "./time-step.ts";
import { zoneField } from "./zone-field.ts";

/**
 * @summary Books a session: free times in the viewer's time zone, name and e-mail with a code, payment, confirmation.
 *
 * @slot empty - Shown when the month has no free times.
 *
 * @event {BeforeSlotHoldEvent} tessera-before-slot-hold - A time is about to be kept. Cancel it to stop.
 * @event {SlotHeldEvent} tessera-slot-held - A time is kept for the visitor; `detail.expiresAt` says until when.
 * @event {MemberSignedInEvent} tessera-member-signed-in - The visitor proved an e-mail address.
 * @event {OrderPlacedEvent} tessera-order-placed - The order exists; it may still have to be paid.
 * @event {BeforeOrderPayEvent} tessera-before-order-pay - The visitor is about to leave for the pay page. Cancel it to stop.
 * @event {OrderPaidEvent} tessera-order-paid - The order is paid.
 * @event {OrderExpiredEvent} tessera-order-expired - The order was not paid in time.
 * @event {BookingConfirmedEvent} tessera-booking-confirmed - The session is agreed.
 * @event {BeforeBookingCancelEvent} tessera-before-booking-cancel - The session is about to be called off. Cancel it to stop.
 * @event {BookingCancelledEvent} tessera-booking-cancelled - The session is called off.
 *
 * @csspart card - The whole widget.
 * @csspart summary - What is booked, with whom and when.
 * @csspart step - The step at hand.
 * @csspart calendar - The month or week.
 * @csspart day - One day, a button.
 * @csspart chosen-day - The day whose times are shown.
 * @csspart page - The buttons that turn the month or week.
 * @csspart times - The times of the chosen day.
 * @csspart time - One time, a button.
 * @csspart time-zone - The field of the time zone.
 * @csspart button - Any other button.
 * @csspart code - A code to pay by, scanned with a phone.
 * @csspart lines - What is paid for.
 * @csspart input - A field of the form.
 * @csspart notice - A message.
 *
 * @cssproperty [--tessera-accent] - The colour of what is chosen and of the next step; the site's brand colour unless set.
 * @cssproperty [--tessera-on-accent] - The text colour on the accent.
 * @cssproperty [--tessera-surface] - The background.
 * @cssproperty [--tessera-text] - The text.
 * @cssproperty [--tessera-muted] - Text of less weight.
 * @cssproperty [--tessera-line] - Lines between parts.
 * @cssproperty [--tessera-soft] - The background of quiet areas.
 * @cssproperty [--tessera-edge] - The outline of fields.
 * @cssproperty [--tessera-danger] - What went wrong.
 * @cssproperty [--tessera-success] - What went well.
 * @cssproperty [--tessera-font] - The font; the page's unless set.
 * @cssproperty [--tessera-font-size] - The size of plain text, 16px or the page's root size if larger.
 * @cssproperty [--tessera-radius=12px] - The rounding of the card.
 * @cssproperty [--tessera-button-radius=10px] - The rounding of a button.
 * @cssproperty [--tessera-shadow] - The shadow of the card.
 * @cssproperty [--tessera-day-radius=50%] - The rounding of a day.
 */
export class TesseraBooking extends TesseraElement {
  static override styles = styles;

  /** The member whose time is booked. With several offers the visitor chooses one. */
  @property() host = "";

  /** The offer that is booked; `host` can be left out then. */
  @property() offer = "";

  /** Shows a month at a time, or one week in a row. */
  @property() span: "month" | "week" = "month";

  /** The IANA time zone times are shown in at first; the viewer's own unless set. */
  @property({ attribute: "time-zone" }) timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone;

  @consume(pageContext) private page!: Page;
  @consume(clientContext) private client!: Client;
  @consume(memberContext) @state() private member: SignedIn;

  @state() private offerId = "";
  @state() private journey: Journey | null = null;
  @state() private remark: "holdEnded" | "slotTaken" | null = null;

  private readonly link = new ManageLink(this, () => Boolean(this.offer || this.host));

  /** Sessions that were bought go on without a licence. */
  protected get module(): string {
    return this.link.token ? "core" : "booking";
  }
  protected readonly texts = new Texts<BaseTexts & BookingTexts>(this, baseTexts, bookingTexts);

  private readonly offers = new Load(this, {
    args: () => (this.client && (this.offer || this.host) ? ([this.offer, this.host] as const) : null),
    load: async ([id, hostId], options) => {
      const { scheduling } = this.client;
      return id
        ? [await scheduling.getOffer({ id }, options)]
        : (await scheduling.listOffers({ hostIds: [hostId] }, options)).items;
    },
  });

  private readonly restored = new Load(this, {
    args: () => (this.page && (this.offer || this.host) ? ([this.offer || this.host] as const) : null),
    load: async ([name]) => {
      this.journey = new Journey(this.page, name);
      const outcome = await this.journey.restore();
      if (outcome === "gone") this.remark = "holdEnded";
      return outcome;
    },
  });

  private readonly time = new TimeStep(this, {
    client: () => this.client,
    say: this.texts.say,
    now: () => this.page?.now() ?? Date.now(),
    offerId: () =>
      this.restored.value && this.journey?.step === "time" ? this.offer || this.shownOffer?.id : undefined,
    timeZone: () => this.timeZone,
    span: () => this.span,
    choose: (startsAt) => void (this.taken = this.taking.run(startsAt)),
  });

  private readonly taking = new Action(this, (startsAt: string) => this.take(startsAt));
  private taken: Promise<unknown> = Promise.resolve();
  private readonly placing = new Action(this, () => this.place());
  private readonly countdown = new Countdown(
    this,
    () => this.page.now(),
    () => this.endHold(),
  );

  private readonly signIn = new LazyPanel(this, async () => {
    const { CodeSignIn } = this.isFree
      ? await import("../parts/sign-in/code-sign-in.ts")
      : (await import("./paid-steps.ts")).paidSteps;
    return new CodeSignIn(this, {
      page: this.page,
      after: () => this.taken,
      reached: (email) => void this.journey?.giveEmail(email).finally(() => this.requestUpdate()),
      signedIn: () => void this.placing.run(),
    });
  });

  private readonly memberStep = new LazyPanel(this, async () => {
    const { MemberStep } = await import("./member-step.ts");
    const goOn = () => void this.placing.run();
    return new MemberStep(this, { page: this.page, price: () => this.shownOffer?.price, goOn });
  });

  /** What the link out of a mail by which somebody came to this page leads to: shown instead of free times until they go on. */
  private readonly managed = new LazyPanel(this, async () => {
    const { ManagedSession } = await import("./managed-session.ts");
    return new ManagedSession(this, {
      page: this.page,
      token: () => this.link.token,
      say: this.texts.say,
      timeZone: () => this.timeZone,
      leave: this.offer || this.host ? () => this.leave() : null,
    });
  });

  private readonly payment = new LazyPanel(this, async () => {
    const Pay =
      this.journey?.order?.currency === "credits"
        ? (await import("../parts/pay/credit-pay.ts")).CreditPay
        : (await import("./paid-steps.ts")).paidSteps.PayOrder;
    return new Pay(this, {
      page: () => this.page,
      order: () => (this.journey?.step === "payment" ? (this.journey.order?.id ?? "") : ""),
      known: () => this.journey?.order ?? null,
      paid: (order) => void this.journey?.show(order).then(() => this.requestUpdate()),
      expired: () => this.endHold(),
    });
  });

  private readonly confirmation = new LazyPanel(this, async () => {
    const { Confirmation } = this.isFree
      ? await import("./confirmation.ts")
      : (await import("./paid-steps.ts")).paidSteps;
    return new Confirmation(this, {
      page: this.page,
      again: () => void this.changeTime(),
    });
  });

  get state(): WidgetState {
    if (this.link.token) return this.managed.panel?.state ?? "loading";
    if (!this.offer && !this.host) return "empty";
    const offers = this.offers.value;
    if (!offers?.length) return offers ? "empty" : this.offers.state;
    if (!this.journey || this.restored.value === undefined) return this.restored.state;
    if (this.journey.step !== "time") return this.journey.step === "done" ? "done" : "ready";
    // A calendar is drawn while its times are on their way.
    return this.time.slots.failure ? this.time.slots.state : "ready";
  }

  private get shownOffer(): Offer | undefined {
    const offers = this.offers.value;
    return offers?.length === 1
      ? offers[0]
      : offers?.find(({ id }) => id === (this.journey?.offerId ?? this.offerId));
  }

  private get isFree(): boolean {
    return (this.journey?.booking ?? this.shownOffer)?.price.amountMinor === 0;
  }

  /** The step to show: a time that is being taken counts as taken until the API says no. */
  private get step(): Step {
    return this.taking.busy ? "details" : (this.journey?.step ?? "time");
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const { journey } = this;
    this.countdown.set(
      journey?.step === "details" && journey.hold ? Date.parse(journey.hold.expiresAt) : null,
    );
    const left = this.countdown.secondsLeft;
    if (left === 120 || left === 60) this.announce(this.texts.say("holdEnding", { count: left / 60 }));
    const confirmed = journey?.takeNews();
    if (confirmed) {
      emit(this, "tessera-booking-confirmed", confirmed);
      void this.focusOn("[data-heading]");
    }
  }

  protected retry(): void {
    this.managed.current?.retry();
    for (const load of [this.offers, this.restored, this.time.slots]) if (load.failure) load.reload();
  }

  private leave(): void {
    this.link.leave();
    this.requestUpdate();
    void this.focusOn("[data-heading]");
  }

  private async take(startsAt: string): Promise<void> {
    const offerId = this.shownOffer?.id ?? this.offer;
    if (!this.journey || !emit(this, "tessera-before-slot-hold", { offerId, startsAt })) return;
    this.remark = null;
    void this.focusOn("[data-heading]");
    try {
      const { id, expiresAt } = await this.journey.take(offerId, startsAt);
      emit(this, "tessera-slot-held", { holdId: id, offerId, startsAt, expiresAt });
    } catch (failure) {
      if (!(failure instanceof ApiError) || !failure.is("scheduling.slot_taken")) throw failure;
      this.remark = "slotTaken";
      this.time.strike(startsAt);
    }
  }

  private async place(): Promise<void> {
    // Whoever is quick may go on before the answer to their choice is there.
    await this.taken;
    const hold = this.journey?.hold;
    const order = hold && (await this.journey?.place(hold));
    if (!order) return;
    const { id: orderId, totalMinor, currency } = order;
    emit(this, "tessera-order-placed", { orderId, totalMinor, currency });
    void this.focusOn("[data-heading]");
  }

  private endHold(): void {
    if (this.placing.busy) return;
    this.journey?.forget();
    this.remark = "holdEnded";
    this.time.slots.reload();
    void this.focusOn("[data-heading]");
  }

  private async changeTime(): Promise<void> {
    await this.taken;
    await this.journey?.release();
    this.placing.forgive();
    this.time.slots.reload();
    void this.focusOn("[data-heading]");
  }

  protected override content(): TemplateResult {
    if (this.link.token) return this.managed.panel?.render() ?? this.skeleton();
    const failed = this.offers.failure ?? this.restored.failure;
    if (failed && (!this.offers.value || !this.restored.value)) return this.failed(failed);
    if (this.state === "empty") return notice(this.texts.say("nothingToBook"));
    const offer = this.shownOffer;
    if (!offer)
      return offerList({
        offers: this.offers.value ?? [],
        tag: this.locale.tag,
        say: this.texts.say,
        choose: (id) => {
          this.offerId = id;
          void this.focusOn("[data-heading]");
        },
      });
    const startsAt = this.step === "time" ? null : this.journey?.startsAt;
    return html`<div class="card" part="card">
      ${summary({
        offer,
        locale: this.locale,
        say: this.texts.say,
        startsAt: startsAt ? Date.parse(startsAt) : null,
        timeZone: this.timeZone,
        zone:
          this.step === "time"
            ? zoneField({
                label: this.texts.say("timeZone"),
                timeZone: this.timeZone,
                tag: this.locale.tag,
                now: this.page.now(),
                choose: (timeZone) => void (this.timeZone = timeZone),
              })
            : nothing,
      })}
      <section class="step" part="step">${this.shownStep()}</section>
    </div>`;
  }

  private shownStep(): TemplateResult {
    if (this.step === "time") return this.timeStep();
    if (this.step === "details") return this.detailsStep();
    if (this.step === "payment")
      return html`<h3 class="title" tabindex="-1" data-heading>${this.texts.say("payment")}</h3>
        ${this.payment.panel?.render() ?? formOutline}`;
    return this.journey ? (this.confirmation.panel?.render(this.journey) ?? formOutline) : formOutline;
  }

  private timeStep(): TemplateResult {
    const { say } = this.texts;
    const { slots } = this.time;
    return html`<h3 class="hush" tabindex="-1" data-heading>${say("chooseTime")}</h3>
      ${this.remark ? html`<div role="alert">${notice(say(this.remark))}</div>` : nothing}
      ${this.taking.failure ? this.refused(this.taking.failure) : nothing}
      ${slots.failure ? this.failed(slots.failure) : nothing}
      ${slots.state === "slow" ? notice(say("slow")) : nothing}
      ${slots.failure && !slots.value ? nothing : this.time.render()}`;
  }

  private detailsStep(): TemplateResult {
    const { say } = this.texts;
    const submit = say(this.isFree ? "book" : "goOnToPay");
    const left = this.countdown.secondsLeft;
    return html`<div class="details">
      <div class="kept">
        <button class="button quiet back" part="button" @click=${() => void this.changeTime()}>
          ${icon("next")}${say("changeTime")}
        </button>
        <p class="small muted" role="timer">
          ${left === null ? say("holding") : say("heldFor", { time: formatSeconds(this.locale.tag, left) })}
        </p>
      </div>
      <h3 class="title" tabindex="-1" data-heading>${say("yourDetails")}</h3>
      ${this.placing.failure ? this.refused(this.placing.failure) : nothing}
      ${
        // Whoever has just signed in goes on by themselves, and need not load what others press.
        (this.member
          ? this.memberStep[this.placing.busy ? "current" : "panel"]?.render(
              submit,
              this.placing.busy || this.taking.busy,
            )
          : this.signIn.panel?.render(submit)) ?? formOutline
      }
    </div>`;
  }

  protected override skeleton(): TemplateResult {
    return this.link.token && !this.offer && !this.host ? briefOutline : cardOutline;
  }
}

define("tessera-booking", TesseraBooking);

declare global {
  interface HTMLElementTagNameMap {
    "tessera-booking": TesseraBooking;
  }
}

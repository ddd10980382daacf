import { type ApiError, type Contract } from "@tessera/sdk/browser";
import { html, nothing, type TemplateResult } from "lit";
import { Action } from "../base/action.ts";
import { type BaseTexts } from "../base/base.texts.ts";
import { type Page } from "../base/contexts.ts";
import { type WidgetState } from "../base/widget-state.ts";
import { emit } from "../base/events.ts";
import { dateFormat, formatMoment, formatSpan } from "../base/format.ts";
import { formatMoney } from "../base/money.ts";
import { type Panel, type PanelHost } from "../base/lazy.ts";
import { Load } from "../base/load.ts";
import { type Say, Texts } from "../base/texts.ts";
import { saveCalendarFile } from "../parts/calendar/calendar-file.ts";
import { icon } from "../parts/icon.ts";
import { failureNotice } from "../parts/notice.ts";
import { managedTexts, type ManagedTexts } from "./managed-session.texts.ts";

type Managed = Contract["orders"]["getManagedOrder"]["output"];

/** What a link out of a mail was used for. */
type Deed = "cancel" | "keep" | "move" | "accept" | "decline" | "calendar";

/** What the panel needs of the widget. */
export interface ManagedParts {
  readonly page: Page;
  readonly say: Say<BaseTexts>;
  readonly timeZone: () => string;
  /** Of the link; null once the visitor went on. */
  readonly token: () => string | null;
  /** Called when the visitor goes on to book; null where there is nothing to book. */
  readonly leave: (() => void) | null;
}

const fourWeeksMs = 28 * 86_400_000;

/** How long after it was loaded a page may take to draw a widget of its own. */
const patienceMs = 1500;

let isShown = false;
/** The widget that was put into a page without one. */
let added: HTMLElement | null = null;

/** Puts a widget into a page that a link led to and that has none, such as one where the booking is drawn later or not any more. */
export async function findPlace(): Promise<void> {
  if (document.readyState !== "complete")
    await new Promise((resolve) => addEventListener("load", resolve, { once: true }));
  await new Promise((resolve) => setTimeout(resolve, patienceMs));
  if (isShown || document.querySelector("tessera-booking")) return;
  added = document.createElement("tessera-booking");
  Object.assign(added.style, { inlineSize: "min(100% - 32px, 44rem)", margin: "24px auto" });
  (document.querySelector("main") ?? document.body).prepend(added);
}

/** One session, opened by a link out of a mail: whoever has the link does what it is for, once and without signing in. */
export class ManagedSession implements Panel {
  readonly #host: PanelHost;
  readonly #parts: ManagedParts;
  readonly #texts: Texts<ManagedTexts>;
  readonly #loaded: Load<[token: string], Managed>;
  readonly #starts: Load<[offerId: string], readonly string[]>;
  readonly #doing: Action<[deed: Deed, startsAt: string], void>;
  #token = "";
  #isSeen = false;
  #deed: Deed | null = null;
  /** What came of it, once it is done. */
  #outcome: Managed | null = null;

  constructor(host: PanelHost, parts: ManagedParts) {
    if (host !== added) added?.remove();
    isShown = true;
    this.#host = host;
    this.#parts = parts;
    this.#texts = new Texts(host, managedTexts);
    const { client } = parts.page;
    this.#loaded = new Load(host, {
      args: () => {
        const token = parts.token();
        return token === null ? null : [token];
      },
      load: ([token], options) => {
        if (token !== this.#token) this.#beginWith(token);
        return client.orders.getManagedOrder({ token }, options);
      },
    });
    this.#starts = new Load(host, {
      args: () => {
        const { value } = this.#loaded;
        return value?.action === "move" && value.isPossible ? [value.booking.offerId] : null;
      },
      load: ([offerId], options) => this.#freeStarts(offerId, options),
    });
    this.#doing = new Action(host, (deed, startsAt) => this.#do(deed, startsAt));
  }

  /** Forgets what was done by the link before. */
  #beginWith(token: string): void {
    this.#token = token;
    this.#isSeen = false;
    this.#deed = null;
    this.#outcome = null;
  }

  get ready(): boolean {
    return this.#texts.ready;
  }

  get state(): WidgetState {
    if (this.#outcome) return "done";
    return this.#loaded.state;
  }

  retry(): void {
    for (const load of [this.#loaded, this.#starts]) if (load.failure) load.reload();
  }

  render(): TemplateResult {
    const { value, failure } = this.#loaded;
    const managed = this.#outcome ?? value;
    const trouble = failure ?? this.#starts.failure;
    if ((managed || failure) && !this.#isSeen) {
      // The page opened at its top; who came by a link came for this.
      this.#isSeen = true;
      void this.#comeIntoView();
    }
    const { leave } = this.#parts;
    return html`<div class="card ${leave ? "" : "brief"}" part="card">
      <section class="step" part="step">
        <div class="done">
          <span class="seal ${this.#outcome && managed?.order.state !== "cancelled" ? "" : "off"}"
            >${icon(this.#outcome ? "tick" : "calendar")}</span
          >
          <h2 class="title" tabindex="-1" data-heading>${this.#heading(managed)}</h2>
          ${managed ? this.#session(managed) : nothing} ${trouble ? this.#trouble(trouble) : nothing}
          ${managed ? this.#offered(managed) : nothing}
          ${
            leave
              ? html`<button class="button quiet" part="button" @click=${leave}>
                  ${this.#texts.say("leave")}
                </button>`
              : nothing
          }
        </div>
      </section>
    </div>`;
  }

  #trouble(failure: ApiError): TemplateResult {
    // A link that is not valid will not become so.
    const retry = failure.is("orders.link_invalid") ? undefined : () => this.retry();
    return failureNotice(failure, this.#parts.say, this.#host.sentence(failure), retry);
  }

  async #comeIntoView(): Promise<void> {
    await this.#host.updateComplete;
    const heading = this.#host.renderRoot.querySelector("[data-heading]");
    if (heading instanceof HTMLElement) heading.focus();
  }

  #heading(managed: Managed | undefined): string {
    const { say } = this.#texts;
    if (!managed) return say("link");
    if (managed.order.state === "cancelled") return say("cancelled");
    switch (this.#outcome && this.#deed) {
      case "keep":
        return say("kept");
      case "move":
        return say("proposed");
      case "accept":
        return say("accepted");
      case "decline":
        return say("declined");
      default:
        return managed.isPossible ? say(managed.action) : say("used");
    }
  }

  #session({ booking: { title, startsAt, endsAt } }: Managed): TemplateResult {
    return html`<p>
      <bdi>${title}</bdi><br /><span class="muted"
        >${formatSpan(this.#host.locale.tag, Date.parse(startsAt), Date.parse(endsAt), this.#parts.timeZone())}</span
      >
    </p>`;
  }

  #when(startsAt: string): string {
    return formatMoment(this.#host.locale.tag, Date.parse(startsAt), this.#parts.timeZone());
  }

  /** Short enough for a list on the narrowest screen. */
  #shortly(startsAt: string): string {
    return dateFormat(this.#host.locale.tag, {
      weekday: "short",
      day: "numeric",
      month: "short",
      hour: "numeric",
      minute: "2-digit",
      timeZone: this.#parts.timeZone(),
    }).format(Date.parse(startsAt));
  }

  /** What the link is for, with what the visitor should know first; after it was done what came of it. */
  #offered(managed: Managed): TemplateResult | typeof nothing {
    const { say } = this.#texts;
    if (this.#outcome) return this.#afterwards(this.#outcome);
    if (!managed.isPossible) return html`<p class="muted">${say("usedHint")}</p>`;
    const failure = this.#doing.failure;
    return html`${this.#question(managed)}
    ${failure ? failureNotice(failure, this.#parts.say, this.#host.sentence(failure)) : nothing}`;
  }

  #question(managed: Managed): TemplateResult {
    const { say } = this.#texts;
    switch (managed.action) {
      case "cancel":
        return html`<p>${this.#consequence(managed)}</p>
          <div class="actions">
            ${this.#button("keep", "keep", "primary")} ${this.#button("cancel", "cancelNow")}
          </div>`;
      case "move":
        return this.#times();
      case "answer":
        return html`<p>${say("newTime")}: ${this.#when(managed.order.proposal?.startsAt ?? "")}</p>
          <div class="actions">
            ${this.#button("accept", "accept", "primary")} ${this.#button("decline", "decline")}
          </div>`;
      case "calendar":
        return html`<div class="actions">${this.#button("calendar", "save", "primary")}</div>`;
    }
  }

  #consequence({ side, order: { totalMinor, currency }, refundMinor }: Managed): string {
    const { say } = this.#texts;
    if (totalMinor === 0) return say("free");
    if (!refundMinor) return say("noRefund");
    const amount = formatMoney(this.#host.locale.tag, refundMinor, currency);
    return say(side === "client" ? "youGetBack" : "clientGetsBack", { amount });
  }

  #times(): TemplateResult {
    const { say } = this.#texts;
    const starts = this.#starts.value;
    if (!starts) return html`<div class="skeleton line"></div>`;
    if (starts.length === 0) return html`<p>${say("noTimes")}</p>`;
    const send = (event: SubmitEvent) => {
      event.preventDefault();
      const select =
        event.currentTarget instanceof HTMLFormElement ? event.currentTarget.querySelector("select") : null;
      void this.#doing.run("move", select?.value ?? "");
    };
    return html`<form class="form" @submit=${send}>
      <label class="form"
        >${say("newTime")}
        <select class="button" part="input">
          ${starts.map((start) => html`<option value=${start}>${this.#shortly(start)}</option>`)}
        </select></label
      >
      <p class="small muted">${say("staysUntil")}</p>
      <div class="actions">
        <button class="button primary" part="button" aria-busy=${this.#doing.busy}>${say("send")}</button>
      </div>
    </form>`;
  }

  #button(deed: Deed, text: "keep" | "cancelNow" | "accept" | "decline" | "save", look = ""): TemplateResult {
    return html`<button
      class="button ${look}"
      part="button"
      aria-busy=${this.#doing.busy && this.#deed === deed}
      @click=${() => void this.#doing.run(deed, "")}
    >
      ${this.#texts.say(text)}
    </button>`;
  }

  #afterwards({
    side,
    order: { totalMinor, currency },
    refundMinor,
  }: Managed): TemplateResult | typeof nothing {
    if (this.#deed !== "cancel" || totalMinor === 0) return nothing;
    const amount = formatMoney(this.#host.locale.tag, refundMinor ?? 0, currency);
    const text = !refundMinor ? "noRefund" : side === "client" ? "refunded" : "clientGetsBack";
    return html`<p>${this.#texts.say(text, { amount })}</p>`;
  }

  async #freeStarts(offerId: string, options: { readonly signal: AbortSignal }): Promise<readonly string[]> {
    const { client, now } = this.#parts.page;
    const { items } = await client.scheduling.listSlots(
      {
        offerIds: [offerId],
        from: new Date(now()).toISOString(),
        until: new Date(now() + fourWeeksMs).toISOString(),
      },
      options,
    );
    return items.flatMap(({ startsAt }) => startsAt).filter((start) => Date.parse(start) > now());
  }

  async #do(deed: Deed, startsAt: string): Promise<void> {
    const { page } = this.#parts;
    const token = this.#token;
    const { orders } = page.client;
    const { id: bookingId = "" } = this.#loaded.value?.booking ?? {};
    const { id: orderId = "" } = this.#loaded.value?.order ?? {};
    this.#deed = deed;
    switch (deed) {
      case "keep":
        this.#outcome = this.#loaded.value ?? null;
        break;
      case "calendar":
        return saveCalendarFile(await orders.getManagedCalendar({ token }));
      case "cancel": {
        if (!emit(this.#host, "tessera-before-booking-cancel", { bookingId, orderId })) return;
        this.#outcome = await orders.cancelManagedOrder({ token });
        emit(this.#host, "tessera-booking-cancelled", {
          bookingId,
          orderId,
          refundMinor: this.#outcome.refundMinor ?? 0,
        });
        break;
      }
      case "move":
        this.#outcome = await orders.moveManagedOrder({ token, startsAt });
        break;
      default:
        this.#outcome = await orders.answerManagedMove({ token, accept: deed === "accept" });
    }
    void this.#host.focusOn("[data-heading]");
  }
}

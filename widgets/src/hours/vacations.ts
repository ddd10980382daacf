import { type Contract } from "@tessera/sdk/browser";
import { html, nothing, type TemplateResult } from "lit";
import { Action } from "../base/action.ts";
import { addDays, startOf } from "../base/days.ts";
import { dateFormat, dayIn, formatMoment } from "../base/format.ts";
import { type PanelHost } from "../base/lazy.ts";
import { Load } from "../base/load.ts";
import { needTag } from "../base/need.ts";
import { Texts } from "../base/texts.ts";
import { Form } from "../parts/field/form.ts";
import { notice } from "../parts/notice.ts";
import { dateField } from "./date-field.ts";
import { type Part, type PartParts } from "./part.ts";
import { vacationsTexts, type VacationsTexts } from "./vacations.texts.ts";

type Page = Contract["scheduling"]["listVacations"]["output"];
type Vacation = Page["items"][number];
type Booking = Contract["scheduling"]["createVacation"]["output"]["bookings"][number];

/** A host's vacations, with the sessions inside them that somebody has to decide about. */
export class Vacations implements Part {
  readonly #host: PanelHost;
  readonly #parts: PartParts;
  readonly #texts: Texts<VacationsTexts>;
  readonly #form: Form;
  readonly #ending: Action<[vacation: Vacation], void>;
  readonly #looking: Action<[vacation: Vacation], void>;
  readonly #loadingMore: Action<[], void>;
  readonly load: Load<readonly [string], Page>;
  /** The vacation whose sessions are shown. */
  #open: { readonly id: string; readonly bookings: readonly Booking[] } | null = null;

  constructor(host: PanelHost, parts: PartParts) {
    this.#host = host;
    this.#parts = parts;
    this.#texts = new Texts(host, vacationsTexts);
    const { say } = this.#texts;
    this.#form = new Form(host, {
      check: ({ from = "", until = "" }) => ({
        ...(from === "" && { from: say("fromMissing") }),
        ...((until === "" || until < from) && { until: say("untilWrong") }),
      }),
      send: ({ from = "", until = "" }, form) => this.#take({ from, until }, form),
    });
    this.#ending = new Action(host, (vacation) => this.#end(vacation));
    this.#looking = new Action(host, (vacation) => this.#look(vacation));
    this.#loadingMore = new Action(host, () => this.#loadMore());
    this.load = new Load(host, {
      args: parts.owner,
      load: (_, options) => parts.page.client.scheduling.listVacations({}, options),
    });
  }

  get ready(): boolean {
    return this.#texts.ready;
  }

  get #today(): string {
    return dayIn(this.#parts.timeZone(), this.#parts.page.now());
  }

  render(): TemplateResult {
    const { say } = this.#texts;
    const { items = [], nextCursor = null } = this.load.value ?? {};
    const ahead = items.filter(({ until }) => until >= this.#today);
    // They come latest first: when one is over, all that follow are.
    const mayHaveMore = nextCursor !== null && ahead.length === items.length;
    const failure = this.#ending.failure ?? this.#looking.failure ?? this.#loadingMore.failure;
    return html`<p id="vacations-title" tabindex="-1">${say("intro")}</p>
      ${
        ahead.length === 0
          ? notice(say("none"))
          : html`<ul class="rows">
              ${ahead.toReversed().map((vacation) => this.#row(vacation))}
            </ul>`
      }
      ${failure ? this.#parts.refused(failure) : nothing}
      ${
        mayHaveMore
          ? html`<button class="button more" part="button" @click=${() => void this.#loadingMore.run()}>
              ${say("more")}
            </button>`
          : nothing
      }
      <form class="form" novalidate @submit=${this.#form.submit}>
        <div class="two">
          ${dateField({ name: "from", label: say("from"), min: this.#today, error: this.#form.wrong("from") })}
          ${dateField({ name: "until", label: say("until"), min: this.#today, error: this.#form.wrong("until") })}
        </div>
        ${this.#form.failure ? this.#parts.refused(this.#form.failure) : nothing}
        <button class="button primary" part="button" aria-busy=${this.#form.busy}>${say("add")}</button>
      </form>`;
  }

  #row(vacation: Vacation): TemplateResult {
    const { say } = this.#texts;
    const { id, from, until } = vacation;
    const format = dateFormat(this.#host.locale.tag, { dateStyle: "long", timeZone: "UTC" });
    const isOpen = this.#open?.id === id;
    return html`<li class="row" data-vacation=${id}>
      <p id=${`vacation-${id}`}>${format.formatRange(startOf(from), startOf(until))}</p>
      <div class="actions">
        <button
          class="button"
          part="button"
          data-inside
          aria-expanded=${isOpen}
          aria-describedby=${`vacation-${id}`}
          aria-busy=${this.#looking.busy}
          @click=${() => void this.#looking.run(vacation)}
        >
          ${say("showInside")}
        </button>
        <button
          class="button"
          part="button"
          data-end
          aria-describedby=${`vacation-${id}`}
          aria-busy=${this.#ending.busy}
          @click=${() => void this.#ending.run(vacation)}
        >
          ${say("end")}
        </button>
      </div>
      ${isOpen ? this.#inside(this.#open?.bookings ?? []) : nothing}
    </li>`;
  }

  #inside(bookings: readonly Booking[]): TemplateResult {
    const { say } = this.#texts;
    const { tag } = this.#host.locale;
    const count = bookings.length;
    if (count === 0) return html`<p class="muted whole">${say("noneInside")}</p>`;
    return html`<div class="whole inside">
      <p><strong>${say("inside", { count })}</strong> ${say("decide")}</p>
      <ul>
        ${bookings.map(({ id, title, startsAt, hostZone }) => {
          return html`<li data-booking=${id}>
            <bdi>${title}</bdi>
            <span class="muted">${formatMoment(tag, Date.parse(startsAt), hostZone)}</span>
          </li>`;
        })}
      </ul>
      <tessera-bookings
        as="host"
        time-zone=${this.#parts.timeZone()}
        aria-label=${say("handle")}
      ></tessera-bookings>
    </div>`;
  }

  async #take(
    dates: { readonly from: string; readonly until: string },
    form: HTMLFormElement,
  ): Promise<void> {
    const { bookings, ...vacation } = await this.#parts.page.client.scheduling.createVacation(dates);
    form.reset();
    const before = this.load.value;
    if (before) this.load.value = { ...before, items: [vacation, ...before.items] };
    this.#show(vacation.id, bookings);
    this.#done("added");
  }

  async #end({ id }: Vacation): Promise<void> {
    await this.#parts.page.client.scheduling.deleteVacation({ id });
    this.#done("ended");
    void this.#host.focusOn("#vacations-title");
  }

  #done(what: "added" | "ended"): void {
    this.#host.announce(this.#texts.say(what));
    this.load.reload();
    this.#parts.changed();
  }

  async #look({ id, from, until }: Vacation): Promise<void> {
    if (this.#open?.id === id) {
      this.#open = null;
      return;
    }
    const { items } = await this.#parts.page.client.scheduling.listBookings({
      as: "host",
      states: ["pending", "confirmed"],
      // No zone is more than a day away from UTC.
      from: new Date(startOf(addDays(from, -1))).toISOString(),
      until: new Date(startOf(addDays(until, 2))).toISOString(),
      limit: 100,
    });
    const inside = items.filter(({ startsAt, endsAt, hostZone }) => {
      const [first, last] = [dayIn(hostZone, Date.parse(startsAt)), dayIn(hostZone, Date.parse(endsAt) - 1)];
      return first <= until && last >= from;
    });
    this.#show(id, inside);
  }

  #show(id: string, bookings: readonly Booking[]): void {
    if (bookings.length > 0) needTag("tessera-bookings");
    this.#open = { id, bookings };
    this.#host.announce(this.#texts.say("inside", { count: bookings.length }));
  }

  async #loadMore(): Promise<void> {
    const { value } = this.load;
    if (!value?.nextCursor) return;
    const next = await this.#parts.page.client.scheduling.listVacations({ cursor: value.nextCursor });
    if (this.load.value === value) this.load.value = { ...next, items: [...value.items, ...next.items] };
  }
}

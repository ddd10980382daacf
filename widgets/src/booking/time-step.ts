import { html, type TemplateResult } from "lit";
import { type Client } from "@tessera/sdk/browser";
import { addMonths, monthOf, startOf } from "../base/days.ts";
import { dateFormat, type Day, dayIn, formatDate, formatTime } from "../base/format.ts";
import { stepFor } from "../base/keyboard.ts";
import { type PanelHost } from "../base/lazy.ts";
import { Load } from "../base/load.ts";
import { type Say } from "../base/texts.ts";
import { Calendar } from "../parts/calendar/calendar.ts";
import { notice } from "../parts/notice.ts";
import { type BookingTexts } from "./booking.texts.ts";
import { byDay, rangeOf } from "./slots.ts";

/** What the step needs of the widget. */
export interface TimeStepParts {
  readonly client: () => Client;
  readonly say: Say<BookingTexts>;
  readonly now: () => number;
  readonly offerId: () => string | undefined;
  readonly timeZone: () => string;
  readonly span: () => "month" | "week";
  readonly choose: (startsAt: string) => void;
}

// A host who is away for long is rare; after that the visitor turns the pages.
const monthsLookedAhead = 2;

/** The first step: a calendar of free days, and the times of the chosen day in the viewer's zone. */
export class TimeStep {
  readonly #host: PanelHost;
  readonly #parts: TimeStepParts;
  readonly #calendar: Calendar;
  readonly #taken = new Set<string>();
  #day: Day | null = null;
  #days: ReadonlyMap<Day, readonly string[]> = new Map();
  #daysOf: readonly unknown[] = [];
  #lookedAhead = 0;
  #today: Day;

  readonly slots: Load<readonly [offerId: string, from: string, until: string], readonly string[]>;

  constructor(host: PanelHost, parts: TimeStepParts) {
    this.#host = host;
    this.#parts = parts;
    this.#today = dayIn(parts.timeZone(), parts.now());
    this.#calendar = new Calendar(host, this.#today, (day) => {
      this.#day = day;
    });
    this.slots = new Load(host, {
      args: () => {
        const offerId = parts.offerId();
        if (!offerId) return null;
        const { from, until } = rangeOf(this.#calendar.day);
        return [offerId, from, until] as const;
      },
      load: async ([offerId, from, until], options) => {
        const { items } = await parts
          .client()
          .scheduling.listSlots({ offerIds: [offerId], from, until }, options);
        return items[0]?.startsAt ?? [];
      },
    });
  }

  /** Takes a time off the list that somebody else has just taken, and asks for the others again. */
  strike(startsAt: string): void {
    this.#taken.add(startsAt);
    this.#daysOf = [];
    this.slots.reload();
  }

  render(): TemplateResult {
    const { locale } = this.#host;
    const { say, now, timeZone, span } = this.#parts;
    const today = dayIn(timeZone(), now());
    const days = this.#freeDays();
    // The calendar began with this machine's clock; the site's is known with its first answer.
    if (this.#today !== today) this.#begin(today);
    this.#settle(today);
    const isWeek = span() === "week";
    return html`<div class="choose">
      ${this.#calendar.render({
        locale,
        span: span(),
        today,
        chosen: this.#day,
        choices: this.slots.value && ((day) => days.get(day)?.length ?? 0),
        texts: {
          previous: say(isWeek ? "previousWeek" : "previousMonth"),
          next: say(isWeek ? "nextWeek" : "nextMonth"),
          describe: (date, count) =>
            count ? say("dayWithTimes", { date, count }) : say("dayWithout", { date }),
        },
      })}
      ${this.#times(days)}
    </div>`;
  }

  #freeDays(): ReadonlyMap<Day, readonly string[]> {
    const basis = [this.slots.value, this.#parts.timeZone()];
    if (basis.some((part, at) => part !== this.#daysOf[at])) {
      const open = (this.slots.value ?? []).filter((start) => !this.#taken.has(start));
      this.#days = byDay(open, this.#parts.timeZone(), this.#parts.now());
      this.#daysOf = basis;
    }
    return this.#days;
  }

  /** Chooses the first free day that is shown, and looks further while there is none and nobody has turned a page. */
  #settle(today: Day): void {
    const { locale } = this.#host;
    const isLoaded = this.slots.value && this.slots.args?.[1] === rangeOf(this.#calendar.day).from;
    if (!isLoaded) return;
    const shown = this.#calendar.shown({ locale, span: this.#parts.span() });
    if (this.#day && this.#days.has(this.#day) && shown.includes(this.#day)) return;
    const month = monthOf(this.#calendar.day);
    const free = [...this.#days.keys()].filter((day) => day >= today && monthOf(day) === month).toSorted();
    const [first] = this.#calendar.isTouched ? free.filter((day) => shown.includes(day)) : free;
    this.#day = first ?? null;
    if (this.#calendar.isTouched) return;
    if (first) this.#turnTo(first);
    else if (this.#lookedAhead++ < monthsLookedAhead) this.#turnTo(addMonths(month, 1));
  }

  #begin(today: Day): void {
    this.#today = today;
    if (!this.#calendar.isTouched) this.#turnTo(today);
  }

  #turnTo(day: Day): void {
    if (this.#calendar.day === day) return;
    this.#calendar.day = day;
    // Drawing is under way: the new month is drawn next.
    queueMicrotask(() => this.#host.requestUpdate());
  }

  #times(days: ReadonlyMap<Day, readonly string[]>): TemplateResult {
    const { say } = this.#parts;
    const { tag } = this.#host.locale;
    if (!this.slots.value && !this.slots.failure) {
      return html`<div class="times">
        <div class="skeleton line"></div>
        <ul>
          ${Array.from({ length: 6 }, () => html`<li class="skeleton time"></li>`)}
        </ul>
      </div>`;
    }
    const slots = this.#day === null ? undefined : days.get(this.#day);
    if (this.#day === null || !slots) return this.#nothing();
    const date = formatDate(tag, startOf(this.#day), "UTC");
    return html`<div class="times" part="times">
      <h3>
        ${dateFormat(tag, { weekday: "long", day: "numeric", month: "long", timeZone: "UTC" }).format(startOf(this.#day))}
      </h3>
      <ul aria-label=${say("timesOn", { date })} @keydown=${this.#key}>
        ${slots.map((start, at) => this.#time(start, at))}
      </ul>
    </div>`;
  }

  #time(start: string, at: number): TemplateResult {
    const { timeZone, choose } = this.#parts;
    return html`<li>
      <button class="button time" part="time" tabindex=${at === 0 ? 0 : -1} @click=${() => choose(start)}>
        <time datetime=${start}>${formatTime(this.#host.locale.tag, Date.parse(start), timeZone())}</time>
      </button>
    </li>`;
  }

  #nothing(): TemplateResult {
    const { say } = this.#parts;
    const monthName = (day: Day) =>
      dateFormat(this.#host.locale.tag, { month: "long", timeZone: "UTC" }).format(startOf(day));
    const isWeek = this.#parts.span() === "week";
    const next = addMonths(monthOf(this.#calendar.day), 1);
    return html`<div class="times" part="times">
      <slot name="empty">
        ${notice(
          isWeek ? say("noTimesInWeek") : say("noTimes", { month: monthName(this.#calendar.day) }),
          html`<button class="button" part="button" @click=${() => this.#showNext()}>
            ${isWeek ? say("nextWeek") : say("showNext", { month: monthName(next) })}
          </button>`,
        )}
      </slot>
    </div>`;
  }

  #showNext(): void {
    this.#calendar.turn(this.#parts.span(), 1);
  }

  readonly #key = (event: KeyboardEvent) => {
    if (!(event.currentTarget instanceof HTMLElement) || !(event.target instanceof HTMLElement)) return;
    const buttons = [...event.currentTarget.querySelectorAll("button")];
    const at = buttons.findIndex((button) => button === event.target);
    const edge = event.key === "Home" ? 0 : event.key === "End" ? buttons.length - 1 : null;
    const step = stepFor(event.key, at, { columns: 1, direction: this.#host.locale.direction });
    const next = edge === null ? step !== null && buttons[at + step] : buttons[edge];
    if (!next) return;
    event.preventDefault();
    for (const button of buttons) button.tabIndex = button === next ? 0 : -1;
    next.focus();
  };
}

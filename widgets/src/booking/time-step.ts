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
  #hasChosenDay = false;
  #days: ReadonlyMap<Day, readonly string[]> = new Map();
  #daysOf: readonly unknown[] = [];
  #lookedAhead = 0;

  readonly slots: Load<readonly [offerId: string, from: string, until: string], readonly string[]>;

  constructor(host: PanelHost, parts: TimeStepParts) {
    this.#host = host;
    this.#parts = parts;
    this.#calendar = new Calendar(host, dayIn(parts.timeZone(), parts.now()), (day) => {
      this.#day = day;
      this.#hasChosenDay = true;
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
    // A sandbox's clock may be ahead of the one the calendar began with.
    if (this.#calendar.day < today) this.#turnTo(today);
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

  /** Shows the first free day by itself, and looks into the next months while there is none. */
  #settle(today: Day): void {
    if (!this.slots.value || (this.#day && this.#days.has(this.#day))) return;
    const month = monthOf(this.#calendar.day);
    const first = [...this.#days.keys()]
      .filter((day) => day >= today && monthOf(day) === month)
      .toSorted()[0];
    this.#day = first ?? null;
    if (first) {
      if (!this.#hasChosenDay) this.#calendar.day = first;
    } else if (!this.#hasChosenDay && this.#lookedAhead < monthsLookedAhead) {
      this.#lookedAhead++;
      this.#turnTo(addMonths(month, 1));
    }
  }

  #turnTo(day: Day): void {
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
      <h3 id="times">
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
    const next = addMonths(monthOf(this.#calendar.day), 1);
    return html`<div class="times" part="times">
      <slot name="empty">
        ${notice(
          say("noTimes", { month: monthName(this.#calendar.day) }),
          html`<button class="button" part="button" @click=${() => this.#showNext()}>
            ${say("showNext", { month: monthName(next) })}
          </button>`,
        )}
      </slot>
    </div>`;
  }

  #showNext(): void {
    this.#lookedAhead = 0;
    this.#hasChosenDay = false;
    this.#turnTo(addMonths(monthOf(this.#calendar.day), 1));
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

import { html, nothing, type ReactiveControllerHost, type TemplateResult } from "lit";
import { addDays, addMonths, daysFrom, firstWeekdayOf, monthOf, startOf, weekOf } from "../../base/days.ts";
import { dateFormat, type Day, formatDate, numberFormat } from "../../base/format.ts";
import { stepFor } from "../../base/keyboard.ts";
import { type Locale } from "../../base/locale.ts";
import { icon } from "../icon.ts";

/** What a calendar shows and says. */
export interface CalendarView {
  readonly locale: Locale;
  /** A month, or one week in a row. */
  readonly span: "month" | "week";
  /** The day today where the viewer is; earlier days cannot be chosen. */
  readonly today: Day;
  readonly chosen: Day | null;
  /** How many choices a day has; undefined while that is being loaded. */
  readonly choices: ((day: Day) => number) | undefined;
  readonly texts: {
    readonly previous: string;
    readonly next: string;
    readonly describe: (date: string, choices: number) => string;
  };
}

/** A grid of days of which one is chosen: arrows move by a day or week, Home and End within the week, Page Up and Down by a month (or week). */
export class Calendar {
  readonly #host: ReactiveControllerHost & { readonly renderRoot: ParentNode };
  readonly #choose: (day: Day) => void;
  /** A day of the month or week shown, and the one the keyboard is on. */
  day: Day;
  /** Whether somebody has moved about in it. */
  isTouched = false;

  constructor(
    host: ReactiveControllerHost & { readonly renderRoot: ParentNode },
    today: Day,
    choose: (day: Day) => void,
  ) {
    this.#host = host;
    this.#choose = choose;
    this.day = today;
  }

  /** The days shown, whole weeks. */
  shown({ locale, span }: Pick<CalendarView, "locale" | "span">): Day[] {
    const firstWeekday = firstWeekdayOf(locale.tag);
    if (span === "week") return daysFrom(weekOf(this.day, firstWeekday), 7);
    const first = weekOf(monthOf(this.day), firstWeekday);
    const lastWeek = weekOf(addDays(addMonths(monthOf(this.day), 1), -1), firstWeekday);
    return daysFrom(first, (startOf(lastWeek) - startOf(first)) / 86_400_000 + 7);
  }

  render(view: CalendarView): TemplateResult {
    const { locale, span, today, texts } = view;
    const days = this.shown(view);
    const title = dateFormat(locale.tag, { month: "long", year: "numeric", timeZone: "UTC" }).format(
      startOf(this.day),
    );
    const isFirst = span === "week" ? days[0]! <= today : monthOf(this.day) <= today;
    return html`<div part="calendar">
      <div class="turn">
        <h3 id="month" aria-live="polite">${title}</h3>
        <button
          class="page back"
          part="page"
          aria-label=${texts.previous}
          ?disabled=${isFirst}
          @click=${() => this.turn(span, -1)}
        >
          ${icon("next")}
        </button>
        <button class="page" part="page" aria-label=${texts.next} @click=${() => this.turn(span, 1)}>
          ${icon("next")}
        </button>
      </div>
      <div role="grid" aria-labelledby="month" @keydown=${(event: KeyboardEvent) => this.#key(event, view)}>
        <div role="row" class="week">${days.slice(0, 7).map((day) => this.#weekday(day, locale))}</div>
        ${weeksOf(days).map(
          (week) => html`<div role="row" class="week">${week.map((day) => this.#cell(day, view))}</div>`,
        )}
      </div>
    </div>`;
  }

  #weekday(day: Day, { tag, language }: Locale): TemplateResult {
    const name = (weekday: "long" | "narrow" | "short") =>
      dateFormat(tag, { weekday, timeZone: "UTC" }).format(startOf(day));
    // Arabic shortens no weekday, and seven whole names are wider than a phone.
    const written = name(language === "ar" ? "narrow" : "short");
    return html`<span role="columnheader" aria-label=${name("long")}>${written}</span>`;
  }

  #cell(day: Day, { locale, span, today, chosen, choices, texts }: CalendarView): TemplateResult {
    if (span === "month" && monthOf(day) !== monthOf(this.day)) return html`<span role="gridcell"></span>`;
    const count = day < today ? 0 : choices?.(day);
    const date = formatDate(locale.tag, startOf(day), "UTC");
    return html`<span role="gridcell" aria-selected=${day === chosen ? "true" : "false"}>
      <button
        class="day"
        part=${day === chosen ? "day chosen-day" : "day"}
        data-day=${day}
        tabindex=${day === this.day ? 0 : -1}
        aria-disabled=${count ? nothing : "true"}
        aria-current=${day === today ? "date" : nothing}
        aria-label=${count === undefined ? date : texts.describe(date, count)}
        @click=${() => this.#click(day, count)}
      >
        ${numberFormat(locale.tag).format(Number(day.slice(8)))}
      </button>
    </span>`;
  }

  #click(day: Day, count: number | undefined): void {
    this.day = day;
    this.isTouched = true;
    if (count) this.#choose(day);
    this.#host.requestUpdate();
  }

  /** Shows a later month or week, or an earlier one for a negative count. */
  turn(span: CalendarView["span"], count: number): void {
    this.day = span === "week" ? addDays(this.day, 7 * count) : addMonths(this.day, count);
    this.isTouched = true;
    this.#host.requestUpdate();
  }

  #key(event: KeyboardEvent, view: CalendarView): void {
    const target = this.#target(event.key, view);
    if (target === null || target < view.today) return;
    event.preventDefault();
    this.day = target;
    this.isTouched = true;
    this.#host.requestUpdate();
    void this.#host.updateComplete.then(() =>
      this.#host.renderRoot.querySelector<HTMLElement>(`[data-day="${target}"]`)?.focus(),
    );
  }

  #target(key: string, view: CalendarView): Day | null {
    const pages = key === "PageUp" ? -1 : key === "PageDown" ? 1 : 0;
    if (pages !== 0) return view.span === "week" ? addDays(this.day, 7 * pages) : addMonths(this.day, pages);
    const step = stepFor(key, this.shown(view).indexOf(this.day), {
      columns: 7,
      direction: view.locale.direction,
    });
    return step === null ? null : addDays(this.day, step);
  }
}

const weeksOf = (days: readonly Day[]): Day[][] =>
  Array.from({ length: days.length / 7 }, (_, at) => days.slice(at * 7, at * 7 + 7));

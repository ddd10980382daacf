import { html, nothing, type TemplateResult } from "lit";
import { firstWeekdayOf } from "../base/days.ts";
import { dateFormat } from "../base/format.ts";
import { stepFor } from "../base/keyboard.ts";
import { type PanelHost } from "../base/lazy.ts";
import { type Say } from "../base/texts.ts";
import { icon } from "../parts/icon.ts";
import { type DayPart, dayPartNames as parts, dayParts, type WeekPart } from "./answers.ts";
import { type PickersTexts } from "./pickers.texts.ts";

/** What the grid shows. */
export interface WeekView {
  readonly say: Say<PickersTexts>;
  readonly labelledBy: string;
  readonly describedBy: string | undefined;
  readonly isInvalid: boolean;
  readonly chosen: readonly WeekPart[];
  readonly choose: (chosen: readonly WeekPart[]) => void;
}

// A Monday.
const monday = Date.UTC(2024, 0, 1);
const dayMs = 86_400_000;

/** The times of a week one has, by day and part of the day: one place in the order of the keyboard, arrows within, space chooses. */
export class WeekGrid {
  readonly #host: PanelHost;
  #at = 0;

  constructor(host: PanelHost) {
    this.#host = host;
  }

  render(view: WeekView): TemplateResult {
    const { tag } = this.#host.locale;
    const first = firstWeekdayOf(tag);
    const days = Array.from({ length: 7 }, (_, at) => ((first - 1 + at) % 7) + 1);
    return html`<table
      class="weekly"
      role="grid"
      aria-labelledby=${view.labelledBy}
      aria-describedby=${view.describedBy ?? nothing}
      @keydown=${this.#key}
    >
      <thead>
        <tr role="row">
          <td></td>
          ${parts.map((part) => this.#column(part, view))}
        </tr>
      </thead>
      <tbody>
        ${days.map(
          (weekday, row) =>
            html`<tr role="row">
              <th scope="row" role="rowheader">${this.#day(weekday, "short")}</th>
              ${parts.map((part, column) => this.#cell({ weekday, part }, row * parts.length + column, view))}
            </tr>`,
        )}
      </tbody>
    </table>`;
  }

  #day(weekday: number, style: "short" | "long"): string {
    return dateFormat(this.#host.locale.tag, { weekday: style, timeZone: "UTC" }).format(
      monday + (weekday - 1) * dayMs,
    );
  }

  #column(part: DayPart, view: WeekView): TemplateResult {
    const { say, chosen, choose } = view;
    const [from, until] = dayParts[part];
    const hours = dateFormat(this.#host.locale.tag, { hour: "numeric", timeZone: "UTC" }).formatRange(
      from * 60_000,
      until * 60_000,
    );
    const others = chosen.filter((other) => other.part !== part);
    const isWhole = chosen.length - others.length === 7;
    const every = Array.from({ length: 7 }, (_, at) => ({ weekday: at + 1, part }));
    return html`<th scope="col" role="columnheader">
      <button
        type="button"
        class="every"
        part="button"
        aria-pressed=${isWhole}
        @click=${() => choose(isWhole ? others : [...others, ...every])}
      >
        ${say(part)} <span class="small muted">${hours}</span>
        <span class="hush">${say("everyDay")}</span>
      </button>
    </th>`;
  }

  #cell(time: WeekPart, at: number, { say, chosen, choose, isInvalid }: WeekView): TemplateResult {
    const others = chosen.filter(({ weekday, part }) => weekday !== time.weekday || part !== time.part);
    const isChosen = others.length < chosen.length;
    return html`<td role="gridcell">
      <label class="tile">
        <input
          class="hush"
          type="checkbox"
          data-at=${at}
          tabindex=${at === this.#at ? 0 : -1}
          aria-label=${say("timeOfWeek", { day: this.#day(time.weekday, "long"), part: say(time.part) })}
          aria-invalid=${isInvalid ? "true" : nothing}
          .checked=${isChosen}
          @change=${() => choose(isChosen ? others : [...others, time])}
          @focus=${() => this.#go(at)}
        />
        ${icon("tick")}
      </label>
    </td>`;
  }

  #go(at: number): void {
    if (at === this.#at) return;
    this.#at = at;
    this.#host.requestUpdate();
  }

  readonly #key = (event: KeyboardEvent) => {
    const { target, key } = event;
    if (!(target instanceof HTMLInputElement)) return;
    const { direction } = this.#host.locale;
    const step = stepFor(key, this.#at, { columns: parts.length, direction });
    if (step === null) return;
    event.preventDefault();
    const next = this.#at + step;
    if (next < 0 || next >= parts.length * 7) return;
    this.#go(next);
    void this.#host.focusOn(`.weekly [data-at="${next}"]`);
  };
}

import { html, nothing, type TemplateResult } from "lit";
import { dateFormat } from "../base/format.ts";
import { type Say } from "../base/texts.ts";
import { icon } from "../parts/icon.ts";
import { type HoursTexts } from "./hours.texts.ts";
import { type Hours, minuteOf, type Problem, type Range, timeOf } from "./ranges.ts";

/** What the fields of some hours need. */
export interface RangeRows {
  readonly say: Say<HoursTexts>;
  readonly tag: string;
  /** Names the fields, and with the number the hours. */
  readonly name: string;
  /** Whose hours they are, for people who listen. */
  readonly label: string;
  readonly ranges: readonly Range[];
  readonly problem: (at: number) => Problem | null;
  readonly change: (ranges: readonly Range[]) => void;
}

/** A minute of a day as people write it. */
export const formatMinute = (tag: string, minute: number): string =>
  dateFormat(tag, { hour: "numeric", minute: "2-digit", timeZone: "UTC" }).format(minute * 60_000);

/** Hours as people write them. */
export const formatHours = (tag: string, { startMinute, endMinute }: Hours): string =>
  `${formatMinute(tag, startMinute)} – ${formatMinute(tag, endMinute % 1440)}`;

/** Fields for hours, one row each, with what is wrong below. */
export function rangeRows(rows: RangeRows): TemplateResult {
  return html`${rows.ranges.map((range, at) => row(range, at, rows))}`;
}

function row(range: Range, at: number, rows: RangeRows): TemplateResult {
  const { say, tag, name, label, ranges, change } = rows;
  const id = `${name}-${at}`;
  const problem = rows.problem(at);
  const put = (next: Range) => change(ranges.map((one, index) => (index === at ? next : one)));
  const time = (which: "start" | "end") =>
    html`<input
      type="time"
      id=${`${id}-${which}`}
      part="input"
      aria-label=${say(which === "start" ? "from" : "until")}
      aria-invalid=${problem ? "true" : nothing}
      aria-describedby=${problem ? `${id}-problem` : nothing}
      .value=${timeOf(range[which])}
      @change=${({ currentTarget }: Event) => {
        if (!(currentTarget instanceof HTMLInputElement)) return;
        const minute = minuteOf(currentTarget.value);
        const next = { ...range, [which]: minute };
        // What ends later in the day again does not end on the next one.
        const isAfter = next.start !== null && next.end !== null && next.end > next.start;
        put({ ...next, isOvernight: next.isOvernight && !isAfter });
      }}
    />`;
  const written = `${formatMinute(tag, range.start ?? 0)} – ${formatMinute(tag, range.end ?? 0)}`;
  return html`<div class="range" role="group" aria-label=${label} part="hours" data-range=${id}>
    ${time("start")}<span aria-hidden="true">–</span>${time("end")}
    ${range.isOvernight ? html`<span class="badge small">${say("nextDay")}</span>` : nothing}
    <button
      type="button"
      class="icon"
      part="button"
      aria-label=${say("remove", { hours: written })}
      @click=${() => change(ranges.filter((_, index) => index !== at))}
    >
      ${icon("close")}
    </button>
    ${
      problem
        ? html`<p id="${id}-problem" class="small wrong">
            ${say(problem)}
            ${
              problem === "inverted"
                ? html`<button
                    type="button"
                    class="link"
                    @click=${() => put({ ...range, isOvernight: true })}
                  >
                    ${say("endsNextDay")}
                  </button>`
                : nothing
            }
          </p>`
        : nothing
    }
  </div>`;
}

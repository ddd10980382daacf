import { html, nothing, type TemplateResult } from "lit";
import { startOf } from "../base/days.ts";
import { dateFormat, type Day } from "../base/format.ts";
import { type Say } from "../base/texts.ts";
import { icon } from "../parts/icon.ts";
import { type Draft, type Weekday, weekdays } from "./draft.ts";
import { type HoursTexts } from "./hours.texts.ts";
import { formatHours } from "./range-rows.ts";

/** What showing the rest of a draft needs. */
export interface RestParts {
  readonly say: Say<HoursTexts>;
  readonly tag: string;
  readonly put: (draft: Draft) => void;
}

/** Hours that hold between dates only. */
export function datedHours(
  draft: Draft,
  { say, tag, nameOf, put }: RestParts & { readonly nameOf: (weekday: Weekday) => string },
): TemplateResult | typeof nothing {
  const lines = draft.dated.map((rule, at) => ({
    text: say("datedRule", {
      day: nameOf(weekdays.find((weekday) => weekday === rule.weekday) ?? 1),
      hours: formatHours(tag, rule),
      dates: formatDates({ say, tag }, rule.validFrom, rule.validUntil),
    }),
    remove: () => put({ ...draft, dated: draft.dated.filter((_, index) => index !== at) }),
  }));
  return list(say, "dated", lines);
}

/** Stays in other zones. */
export function stays(draft: Draft, { say, tag, put }: RestParts): TemplateResult | typeof nothing {
  const lines = draft.stays.map(({ timeZone, from, until }, at) => ({
    text: `${timeZone.replaceAll("_", " ")}, ${formatDates({ say, tag }, from, until)}`,
    remove: () => put({ ...draft, stays: draft.stays.filter((_, index) => index !== at) }),
  }));
  return list(say, "stays", lines);
}

/** Dates from one to another, of which either may be open. */
function formatDates(
  { say, tag }: Pick<RestParts, "say" | "tag">,
  from: Day | null,
  until: Day | null,
): string {
  const format = dateFormat(tag, { dateStyle: "medium", timeZone: "UTC" });
  if (from !== null && until !== null) return format.formatRange(startOf(from), startOf(until));
  if (from !== null) return say("openStay", { date: format.format(startOf(from)) });
  return until === null ? "" : say("untilOnly", { date: format.format(startOf(until)) });
}

function list(
  say: Say<HoursTexts>,
  title: "dated" | "stays",
  lines: readonly { readonly text: string; readonly remove: () => void }[],
): TemplateResult | typeof nothing {
  if (lines.length === 0) return nothing;
  return html`<section aria-labelledby=${title}>
    <h3 id=${title}>${say(title)}</h3>
    <ul class="rows">
      ${lines.map(
        ({ text, remove }) =>
          html`<li class="row">
            <span>${text}</span>
            <button
              type="button"
              class="icon"
              part="button"
              aria-label=${say("remove", { hours: text })}
              @click=${remove}
            >
              ${icon("close")}
            </button>
          </li>`,
      )}
    </ul>
  </section>`;
}

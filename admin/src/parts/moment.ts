import { html, type TemplateResult } from "lit";
import { type Desk } from "../base/desk.ts";
import { type Filters } from "./listing.ts";
import { type Column } from "./table.ts";

/** An instant in the reader's language and time zone. */
export const momentText = ({ language }: Pick<Desk, "language">, instant: string): string =>
  new Intl.DateTimeFormat(language, { dateStyle: "medium", timeStyle: "short" }).format(new Date(instant));

/** An instant on a page; a dash when there is none. */
export const moment = (desk: Pick<Desk, "language">, instant: string | null): TemplateResult | string =>
  instant === null ? "—" : html`<time datetime=${instant}>${momentText(desk, instant)}</time>`;

/** A column of instants; a file has them as machines read them. */
export const momentColumn = <Item>(
  desk: Desk,
  heading: string,
  pick: (item: Item) => string | null,
  sort?: string,
): Column<Item> => ({
  heading,
  text: (item) => {
    const instant = pick(item);
    return instant === null ? "—" : momentText(desk, instant);
  },
  cell: (item) => moment(desk, pick(item)),
  exported: (item) => pick(item) ?? "",
  ...(sort !== undefined && { sort }),
});

/** The span between two typed dates, both included, in the reader's time zone; what was not typed is missing. */
export function spanOf({ from, until }: Filters): { from?: string; until?: string } {
  return {
    ...(isDate(from) && { from: startOf(from, 0) }),
    ...(isDate(until) && { until: startOf(until, 1) }),
  };
}

const isDate = (text: string | undefined): text is string =>
  text !== undefined && /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text));

function startOf(date: string, daysLater: number): string {
  const [year = 0, month = 1, day = 1] = date.split("-").map(Number);
  return new Date(year, month - 1, day + daysLater).toISOString();
}

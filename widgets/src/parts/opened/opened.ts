import { type Page } from "../../base/contexts.ts";

/** Who is shown by a widget that can show somebody, and whether a session with them is being booked. */
export interface Opened {
  readonly personId: string;
  /** The offer that is booked, `""` while it is to be chosen; null while nothing is booked. */
  readonly offerId: string | null;
}

/** Remembers what is open, so that a reload and the way back from a pay page find it; null forgets it. */
export const keepOpened = ({ keep }: Page, widget: string, opened: object | null): void =>
  keep.write(widget, opened ? { ...opened, at: location.pathname } : undefined);

/** Who was open when this page was left. Null on a visit that begins anew. */
export async function reopened(page: Page, widget: string): Promise<Opened | null> {
  const kept = await reopenedAs(page, widget, "personId");
  return isPerson(kept) ? kept : null;
}

/** What was open when this page was left, if it was kept with a field of this name. Null on a visit that begins anew. */
export async function reopenedAs(page: Page, widget: string, field: string): Promise<object | null> {
  const kept = page.keep.read(widget);
  if (typeof kept !== "object" || kept === null || !(field in kept)) return null;
  if (!("at" in kept) || kept.at !== location.pathname) return null;
  const [entry] = performance.getEntriesByType("navigation");
  const isBack = entry instanceof PerformanceNavigationTiming && entry.type !== "navigate";
  return isBack || (await page.returned()) !== null ? kept : null;
}

const isPerson = (kept: object | null): kept is Opened => kept !== null && "personId" in kept;

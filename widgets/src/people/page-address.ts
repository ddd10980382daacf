import { type Opened } from "../parts/opened/opened.ts";
import { type Filter, noFilter, sorts } from "./filter.ts";

/** Each choice with the parameter of the page's address under which it stands. */
const parameters = [
  ["search", "search"],
  ["language", "language"],
  ["country", "country"],
  ["expertise", "topic"],
  ["maxPrice", "price"],
  ["currency", "currency"],
  ["minRating", "rating"],
  ["sort", "sort"],
] as const satisfies readonly (readonly [keyof Filter, string])[];

/** What the page's address says of the list: its filter and who is open. */
export function readAddress(): { readonly filter: Filter; readonly opened: Opened | null } {
  const query = new URL(location.href).searchParams;
  const text = (name: string) => query.get(name) ?? "";
  const number = (name: string) => Math.max(0, Number(text(name)) || 0);
  const personId = query.get("person");
  return {
    filter: {
      search: text("search"),
      language: text("language"),
      country: text("country"),
      expertise: text("topic"),
      maxPrice: number("price"),
      currency: /^[A-Z]{3}$/.test(text("currency")) ? text("currency") : "",
      minRating: number("rating"),
      sort: sorts.find((sort) => sort === text("sort")) ?? "rating",
    },
    opened: personId ? { personId, offerId: query.get("book") } : null,
  };
}

/** Writes the filter and who is open into the page's address; a step that the way back should undo makes a new entry of the history. */
export function writeAddress(filter: Filter, opened: Opened | null, isStep: boolean): void {
  const url = new URL(location.href);
  const set = (name: string, value: string | null) =>
    value === null ? url.searchParams.delete(name) : url.searchParams.set(name, value);
  for (const [name, parameter] of parameters)
    set(parameter, filter[name] === noFilter[name] ? null : String(filter[name]));
  set("person", opened?.personId ?? null);
  set("book", opened?.offerId ?? null);
  if (url.href === location.href) return;
  if (isStep) history.pushState(history.state, "", url);
  else history.replaceState(history.state, "", url);
}

import { type Filter, noFilter, sorts } from "./filter.ts";

/** Each choice with the parameter of the page's address under which it stands. */
const parameters = [
  ["search", "search"],
  ["category", "category"],
  ["minPrice", "from"],
  ["maxPrice", "price"],
  ["currency", "currency"],
  ["maxDays", "days"],
  ["minRating", "rating"],
  ["level", "level"],
  ["language", "language"],
  ["tag", "tag"],
  ["sort", "sort"],
] as const satisfies readonly (readonly [keyof Filter, string])[];

/** What the page's address says of the list: its filter and which gig is open, empty for none. */
export function readAddress(): { readonly filter: Filter; readonly gigId: string } {
  const query = new URL(location.href).searchParams;
  const text = (name: string) => query.get(name) ?? "";
  const number = (name: string) => Math.max(0, Number(text(name)) || 0);
  return {
    filter: {
      search: text("search"),
      category: text("category"),
      minPrice: number("from"),
      maxPrice: number("price"),
      currency: /^[A-Z]{3}$/.test(text("currency")) ? text("currency") : "",
      maxDays: number("days"),
      minRating: number("rating"),
      level: text("level"),
      language: text("language"),
      tag: text("tag"),
      sort: sorts.find((sort) => sort === text("sort")) ?? noFilter.sort,
    },
    gigId: text("gig"),
  };
}

/** Writes the filter and which gig is open into the page's address; a step that the way back should undo makes a new entry of the history. */
export function writeAddress(filter: Filter, gigId: string, isStep: boolean): void {
  const url = new URL(location.href);
  const set = (name: string, value: string) =>
    value ? url.searchParams.set(name, value) : url.searchParams.delete(name);
  for (const [name, parameter] of parameters)
    set(parameter, filter[name] === noFilter[name] ? "" : String(filter[name]));
  set("gig", gigId);
  if (url.href === location.href) return;
  if (isStep) history.pushState(history.state, "", url);
  else history.replaceState(history.state, "", url);
}

import { type z } from "zod";
import { escapeHtml } from "../../../platform/html.ts";
import { formatAmount } from "../../../platform/money.ts";
import { type personView } from "../present.ts";
import { type SnapshotWords, snapshotWords } from "./words.ts";

/** Where the plain pages stand. */
export const snapshotFolder = "/snapshots/people";

/** For whom a page is made. */
export interface Snapshot {
  /** The parameters the page was asked with; its links repeat them. */
  readonly query: URLSearchParams;
  readonly locale: keyof typeof snapshotWords;
  /** The name people know the site by. */
  readonly name: string;
  /** The page links of the site are meant from; null when the site has not named one. */
  readonly siteUrl: string | null;
}

type Person = z.infer<typeof personView>;

/** One page of the list, with the way to the next one. */
export function listPage(
  page: Snapshot,
  { items, nextCursor, total }: { items: readonly Person[]; nextCursor: string | null; total: number },
): string {
  const say = sayIn(page.locale);
  const next = nextCursor === null ? null : escapeHtml(addressIn("", page, { cursor: nextCursor }));
  const people = items.map(
    (person) => `<li><h2><a href="${escapeHtml(linkTo(page, person.id))}">${bdi(person.name)}</a></h2>
${summaryOf(person, page.locale)}</li>`,
  );
  return document(page, say("people"), next === null ? "" : `<link rel="next" href="${next}">`, [
    `<p>${total === 0 ? say("nobody") : say("count", { count: total })}</p>`,
    `<ul>${people.join("\n")}</ul>`,
    next === null ? "" : `<nav><a rel="next" href="${next}">${say("next")}</a></nav>`,
  ]);
}

/** One person with everything their profile says. */
export function personPage(page: Snapshot, person: Person): string {
  const say = sayIn(page.locale);
  const { name, bio, countries, photoUrl } = person;
  const paragraphs = bio.split(/\n{2,}/).filter((text) => text !== "");
  const back = addressIn("", { ...page, query: withoutCursor(page.query) }, {});
  return document(page, name, "", [
    photoUrl === null ? "" : `<img src="${escapeHtml(photoUrl)}" width="160" height="160" alt="">`,
    summaryOf(person, page.locale),
    countries.length === 0
      ? ""
      : `<p>${say("countries", { names: named(page.locale, "region", countries) })}</p>`,
    ...paragraphs.map((text) => `<p>${bdi(text)}</p>`),
    `<nav><a href="${escapeHtml(back)}">${say("all")}</a></nav>`,
  ]);
}

/** What a list says of somebody. */
function summaryOf(
  { headline, languages, expertise, fromPrice, rating, ratingCount }: Person,
  locale: Snapshot["locale"],
): string {
  const say = sayIn(locale);
  const price =
    fromPrice === null
      ? null
      : fromPrice.amountMinor === 0
        ? say("free")
        : say("from", { price: formatAmount(locale, fromPrice, { trailingZeroDisplay: "stripIfInteger" }) });
  const lines = [
    headline === "" ? null : bdi(headline),
    rating === null ? null : say("rated", { rating: Math.round(rating * 10) / 10, count: ratingCount }),
    price,
    languages.length === 0 ? null : say("languages", { names: named(locale, "language", languages) }),
    expertise.length === 0 ? null : say("topics", { names: listIn(locale, expertise) }),
  ];
  return lines.flatMap((line) => (line === null ? [] : [`<p>${line}</p>`])).join("\n");
}

function document({ locale, name }: Snapshot, title: string, head: string, parts: readonly string[]): string {
  return `<!doctype html>
<html lang="${locale}" dir="${locale === "ar" ? "rtl" : "ltr"}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark">
<title>${escapeHtml(`${title} · ${name}`)}</title>${head}</head><body><main><h1>${bdi(title)}</h1>
${parts.filter((part) => part !== "").join("\n")}
</main></body></html>
`;
}

/** The site's own page of a person where the site said what its address is; else the plain one. */
function linkTo(page: Snapshot, id: string): string {
  const link = page.query.get("link");
  const own =
    link === null || page.siteUrl === null ? null : ownAddress(link.replaceAll("{id}", id), page.siteUrl);
  return own ?? addressIn(`/${id}`, { ...page, query: withoutCursor(page.query) }, {});
}

/** An address of the site itself; null for one that leads elsewhere, as anybody can write one into a link to this page. */
function ownAddress(path: string, siteUrl: string): string | null {
  if (!URL.canParse(path, siteUrl)) return null;
  const url = new URL(path, siteUrl);
  return url.origin === new URL(siteUrl).origin ? url.href : null;
}

const kept = ["key", "locale", "link"];

const withoutCursor = (query: URLSearchParams): URLSearchParams =>
  new URLSearchParams([...query].filter(([name]) => kept.includes(name)));

function addressIn(path: string, { query }: Snapshot, more: Readonly<Record<string, string>>): string {
  const asked = new URLSearchParams(query);
  for (const [name, value] of Object.entries(more)) asked.set(name, value);
  return `${snapshotFolder}${path}?${asked.toString()}`;
}

const bdi = (text: string): string => `<bdi>${escapeHtml(text)}</bdi>`;

const sayIn =
  (locale: Snapshot["locale"]) =>
  (name: keyof SnapshotWords, values: Readonly<Record<string, string | number>> = {}): string =>
    escapeHtml(
      snapshotWords[locale][name].replaceAll(/\{(\w+)\}/g, (_, value: string) => {
        const meant = values[value] ?? "";
        return typeof meant === "number" ? new Intl.NumberFormat(locale).format(meant) : meant;
      }),
    );

const listIn = (locale: string, words: readonly string[]): string =>
  new Intl.ListFormat(locale, { style: "narrow" }).format(words);

function named(locale: string, type: "language" | "region", codes: readonly string[]): string {
  const names = new Intl.DisplayNames(locale, { type });
  return listIn(
    locale,
    codes.map((code) => names.of(code) ?? code),
  );
}

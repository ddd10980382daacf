import { formatOffset } from "../base/format.ts";
import { type Option } from "../parts/combobox/search.ts";

// Languages that have no code of two letters and are spoken by many.
const moreLanguages = ["ckb", "ceb", "fil", "haw", "hmn", "yue"];
// Codes that stand for no country people live in: https://www.unicode.org/reports/tr35/#Unicode_Subdivision_Codes
const noCountry = /^(AC|CP|CQ|DG|EA|EU|EZ|IC|QO|TA|UN|X[ABC-J]|ZZ)$/;

const letters = Array.from({ length: 26 }, (_, at) => String.fromCodePoint(97 + at));
const pairs = () => letters.flatMap((first) => letters.map((second) => first + second));

type Kind = "language" | "region";
const names = new Map<string, Intl.DisplayNames>();
const lists = new Map<string, readonly Option[]>();

function namesIn(tag: string, type: Kind): Intl.DisplayNames {
  const key = type + tag;
  const made = names.get(key) ?? new Intl.DisplayNames(tag, { type, fallback: "code" });
  names.set(key, made);
  return made;
}

/** The name of a language or country in a language; its code when there is none. */
export const placeName = (tag: string, type: Kind, code: string): string =>
  namesIn(tag, type).of(code) ?? code;

function listOf(
  tag: string,
  type: Kind,
  codes: readonly string[],
  first: readonly string[],
): readonly Option[] {
  const made = lists.get(type + tag);
  if (made) return made;
  const { compare } = new Intl.Collator(tag);
  const named = codes
    .map((value) => ({ value, label: placeName(tag, type, value), words: placeName("en", type, value) }))
    .filter(({ value, words }) => words !== value)
    .toSorted((a, b) => compare(a.label, b.label));
  const isFirst = ({ value }: Option) => first.includes(value);
  const list = [...named.filter(isFirst), ...named.filter((option) => !isFirst(option))];
  lists.set(type + tag, list);
  return list;
}

// Old codes such as "iw" or "DD" are written as the new ones.
const isCurrent = (tag: string, written: string) => Intl.getCanonicalLocales(tag)[0] === written;

/** Every language, by its name; those of the browser first. */
export const languagesIn = (tag: string): readonly Option[] =>
  listOf(
    tag,
    "language",
    [...pairs().filter((code) => isCurrent(code, code)), ...moreLanguages],
    navigator.languages.map((known) => known.split("-")[0] ?? ""),
  );

/** Every country, by its name; that of the browser first. */
export const countriesIn = (tag: string): readonly Option[] =>
  listOf(
    tag,
    "region",
    pairs()
      .map((code) => code.toUpperCase())
      .filter((code) => isCurrent(`und-${code}`, `und-${code}`) && !noCountry.test(code)),
    [new Intl.Locale(navigator.language).maximize().region ?? ""],
  );

/** Every time zone, the browser's own first. */
export function zonesIn(): readonly Option[] {
  const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
  return [...new Set([own, ...Intl.supportedValuesOf("timeZone")])].map((value) => ({
    value,
    label: value.replaceAll("_", " "),
  }));
}

/** A time zone with its distance from UTC at a moment. */
export const zoneName = (tag: string, zone: string, now: number): string =>
  `${zone.replaceAll("_", " ")} (${formatOffset(tag, zone, now)})`;

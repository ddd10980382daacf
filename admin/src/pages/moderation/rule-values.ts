import { type Contract } from "@tessera/sdk/browser";
import { type Filled, textOf } from "../../parts/dialog.ts";
import { linesOf } from "../settings/site-values.ts";

type Settings = Contract["tenancy"]["getSettings"]["output"]["settings"];

/** Where a rule can look. */
export const watchedPlaces = ["nowhere", "public", "everywhere"] as const;

type Place = (typeof watchedPlaces)[number];

/** The site's rules for what members write, as this page changes them. */
export interface RuleValues {
  readonly words: { readonly list: readonly string[]; readonly refuses: boolean };
  readonly links: { readonly watched: Place; readonly allowedDomains: readonly string[] };
  readonly contacts: { readonly watched: Place };
  readonly spam: { readonly perHour: number; readonly repeats: number };
}

/** Reads the rules out of the settings; what is missing is empty or looks nowhere. */
export function ruleValues({ safety = {} }: Settings): RuleValues {
  const of = (group: string, name: string): unknown => {
    const values: unknown = safety[group];
    return isGroup(values) ? values[name] : undefined;
  };
  return {
    words: { list: textsIn(of("words", "list")), refuses: of("words", "refuses") === true },
    links: {
      watched: placeOf(of("links", "watched")),
      allowedDomains: textsIn(of("links", "allowedDomains")),
    },
    contacts: { watched: placeOf(of("contacts", "watched")) },
    spam: { perHour: Number(of("spam", "perHour") ?? 0), repeats: Number(of("spam", "repeats") ?? 0) },
  };
}

/** Reads the rules out of the form. */
export const filledRules = (filled: Filled): RuleValues => ({
  words: { list: linesOf(textOf(filled, "words")), refuses: filled.get("refuses") !== null },
  links: {
    watched: placeOf(textOf(filled, "links")),
    allowedDomains: linesOf(textOf(filled, "domains").toLowerCase()),
  },
  contacts: { watched: placeOf(textOf(filled, "contacts")) },
  spam: { perHour: Number(textOf(filled, "perHour")), repeats: Number(textOf(filled, "repeats")) },
});

const isGroup = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null;

const textsIn = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((each) => typeof each === "string") : [];

const placeOf = (value: unknown): Place => watchedPlaces.find((each) => each === value) ?? "nowhere";

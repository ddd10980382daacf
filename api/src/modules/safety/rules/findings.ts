import { findContacts, findLinks } from "./contacts.ts";
import { findWords } from "./words.ts";

/** The rules of a site that look at what is written. */
export const flagRules = ["words", "links", "contacts", "spam"] as const;

/** Who sees a text: everybody, or those it was written to. */
export type Audience = "public" | "private";

/** Where a rule looks. */
export const watchedPlaces = ["nowhere", "public", "everywhere"] as const;

/** What a site's rules look for in a text. */
export interface TextRules {
  readonly words: { readonly list: readonly string[] };
  readonly links: {
    readonly watched: (typeof watchedPlaces)[number];
    readonly allowedDomains: readonly string[];
  };
  readonly contacts: { readonly watched: (typeof watchedPlaces)[number] };
}

/** Something a rule found. */
export interface Finding {
  readonly rule: (typeof flagRules)[number];
  /** The piece of the text; empty for a rule about how often somebody writes. */
  readonly excerpt: string;
}

const looks = (watched: (typeof watchedPlaces)[number], audience: Audience): boolean =>
  watched === "everywhere" || (watched === "public" && audience === "public");

const maxExcerpt = 200;

/** What the rules find in a text, in the order of the rules. */
export function findingsIn(text: string, audience: Audience, rules: TextRules): readonly Finding[] {
  const found = (rule: Finding["rule"], pieces: readonly string[]): Finding[] =>
    [...new Set(pieces)].map((piece) => ({ rule, excerpt: piece.trim().slice(0, maxExcerpt) }));
  return [
    ...found("words", findWords(text, rules.words.list)),
    ...(looks(rules.links.watched, audience)
      ? found(
          "links",
          findLinks(text).filter((link) => !isAllowed(link, rules.links.allowedDomains)),
        )
      : []),
    ...(looks(rules.contacts.watched, audience) ? found("contacts", findContacts(text)) : []),
  ];
}

function isAllowed(link: string, domains: readonly string[]): boolean {
  const address = /^https?:/iu.test(link) ? link : `https://${link}`;
  if (!URL.canParse(address)) return false;
  const { hostname } = new URL(address);
  return domains.some((domain) => hostname === domain || hostname.endsWith(`.${domain}`));
}

import { type Look } from "../portrait/portrait.ts";

/** What a client wrote after a session, with marks for knowledge, communication and professionalism where they were not high all round. */
export type Said = string | { readonly text: string; readonly marks: readonly [number, number, number] };

/** A coach as Northlight knows them: what its pages tell, and what the practice arranged with them. */
export interface Coach {
  /** The last part of the page's address, and the name of the coach's host id. */
  readonly slug: string;
  readonly name: string;
  /** The language the coach's own page is written in. */
  readonly locale: "en" | "zh-CN" | "ar";
  readonly place: string;
  readonly timeZone: string;
  /** ISO 639 codes. */
  readonly languages: readonly string[];
  /** ISO 3166 codes of the countries they work in. */
  readonly countries: readonly string[];
  /** One line for lists. */
  readonly line: string;
  readonly topics: readonly string[];
  /** The same topics in English, where a page is in a language that few goals are written in. */
  readonly topicsInEnglish?: readonly string[];
  readonly about: readonly string[];
  /** Working hours such as `["Mon-Fri", "09:00-12:30"]`, in the coach's own time zone. */
  readonly hours: readonly (readonly [days: string, time: string])[];
  /** What the free first conversation is for. */
  readonly intro: string;
  readonly session: {
    readonly title: string;
    readonly description: string;
    readonly minutes: number;
    readonly amountMinor: number;
    readonly currency: "EUR" | "USD" | "CNY";
    readonly bufferAfterMinutes?: number;
  };
  /** What clients wrote after sessions before the demo began, newest first. */
  readonly reviews: readonly Said[];
  /** Away for the two weeks after the demo was loaded. */
  readonly isAway?: true;
  readonly look: Look;
}

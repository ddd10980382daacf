import { z } from "zod";
import { invalidFields } from "../../platform/errors.ts";
import { isDate, normaliseZone, type PlainDate } from "../../platform/time.ts";

// Years the zone arithmetic is meant for; a date far off would only make it collect centuries of clock changes.
const isOfOurTime = (text: string): boolean => text >= "2000" && text < "2100";

/** A moment as callers write it: `2026-03-29T08:00:00Z`. */
export const instant = z.iso.datetime().max(40).refine(isOfOurTime, "Write a moment between 2000 and 2099.");

/** A date of somebody's calendar as callers write it: `2026-03-29`. */
export const plainDate = z.iso
  .date()
  .refine((text) => isDate(text) && isOfOurTime(text), "Write a date between 2000 and 2099.");

/** Dates in a row, both ends included. */
export const dateRange = { from: plainDate, until: plainDate };

/** Refuses dates that end before they begin. */
export function refuseInverted({ from, until }: { from: PlainDate; until: PlainDate }): void {
  if (until < from) throw invalidFields({ path: ["until"], message: "The last date lies before the first." });
}

/** The one name we store for a zone that a caller named; an unknown one is refused as the field at `path`. */
export function zoneNamed(name: string, path: readonly (string | number)[]): string {
  const zone = normaliseZone(name);
  if (zone === undefined)
    throw invalidFields({ path, message: "There is no such time zone. Write one such as Europe/Berlin." });
  return zone;
}

export const priceView = z.object({ amountMinor: z.int(), currency: z.string() });

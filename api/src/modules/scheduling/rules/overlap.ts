import { days, minutes } from "../../../platform/time.ts";
import { type Availability, type OpenTime, openTime, spansOfOpen } from "./availability.ts";
import { freeStarts } from "./slots.ts";
import { type Spans, intersection, lengthOf, union } from "./spans.ts";

/** When somebody works and what of it is taken. */
export interface Timetable {
  readonly availability: Availability;
  readonly busy: Spans;
}

/** The time two people have in common. */
export interface Overlap {
  /** Common working time per week, averaged over the range; bookings do not lessen it. */
  readonly minutesPerWeek: number;
  /** Starts of meetings both have time for, as epoch milliseconds. */
  readonly slots: number[];
}

/** Finds the time two people have in common between two instants, and meetings of a length that fit both, back to back. */
export function overlapOf(
  a: Timetable,
  b: Timetable,
  lengthMinutes: number,
  from: number,
  until: number,
): Overlap {
  const openA = openTime(a.availability, from, until);
  const openB = openTime(b.availability, from, until);
  const common = intersection(spansOfOpen(openA), spansOfOpen(openB));
  const within = intersection(common, [from, until]);
  const shape = { lengthMinutes, stepMinutes: lengthMinutes, bufferBeforeMinutes: 0, bufferAfterMinutes: 0 };
  return {
    minutesPerWeek: Math.round(((lengthOf(within) / minutes(1)) * days(7)) / (until - from)),
    slots: freeStarts(gridsWithin(common, openA, openB), union(a.busy, b.busy), shape, from, until),
  };
}

/** The common time with the grids of both: a grid begins wherever the hours of either begin. */
function gridsWithin(common: Spans, a: OpenTime, b: OpenTime): OpenTime {
  const anchors = [...new Set([...a.starts, ...b.starts])].sort((x, y) => x - y);
  const starts: number[] = [];
  const ends: number[] = [];
  let at = 0;
  for (const anchor of anchors) {
    while (at < common.length && common[at + 1]! <= anchor) at += 2;
    if (at >= common.length) break;
    if (common[at]! > anchor) continue;
    starts.push(anchor);
    ends.push(common[at + 1]!);
  }
  return { starts, ends };
}

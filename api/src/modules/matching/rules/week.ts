import { minutes, startOfWeek, zoneOf } from "../../../platform/time.ts";

const halfHour = minutes(30);

/** Half hours of a week. */
export const slotsOfWeek = 336;

/** The half hours of a week in which somebody has time, as bits in UTC; the first is Monday 0:00. */
export type Week = Uint32Array;

const wordsOfWeek = Math.ceil(slotsOfWeek / 32);

/** A week without time. */
export const emptyWeek = (): Week => new Uint32Array(wordsOfWeek);

/** Time on a weekday (ISO: Monday 1 to Sunday 7) on somebody's own clock, in minutes after midnight. */
export interface WeeklyTime {
  readonly weekday: number;
  readonly startMinute: number;
  readonly endMinute: number;
}

// The Unix epoch was a Thursday.
const slotOf = (instant: number): number => Math.round(instant / halfHour) + 3 * 48;

function mark(week: Week, from: number, until: number): void {
  for (let slot = slotOf(from); slot < slotOf(until); slot++) {
    const at = ((slot % slotsOfWeek) + slotsOfWeek) % slotsOfWeek;
    week[at >> 5]! |= 1 << (at & 31);
  }
}

/** The week of somebody who names hours on their own clock, as that clock stands in the week of an instant. */
export function weekOfHours(times: readonly WeeklyTime[], zoneName: string, at: Date): Week {
  const zone = zoneOf(zoneName);
  const monday = startOfWeek(zone.dayAt(at.getTime()));
  const week = emptyWeek();
  for (const { weekday, startMinute, endMinute } of times) {
    const day = monday + weekday - 1;
    mark(week, zone.instantOf(day, startMinute), zone.instantOf(day, endMinute));
  }
  return week;
}

/** The half hours that are open in at least `atLeast` of the weeks that spans (start, end, start, end, … in milliseconds) cover. */
export function weekOfSpans(spans: readonly number[], from: number, atLeast: number): Week {
  const times = new Uint8Array(slotsOfWeek);
  const first = slotOf(from);
  const opened = new Int32Array(slotsOfWeek).fill(-1);
  for (let at = 0; at < spans.length; at += 2) {
    for (let slot = slotOf(spans[at]!); slot < slotOf(spans[at + 1]!); slot++) {
      const place = slot % slotsOfWeek;
      const whichWeek = Math.floor((slot - first) / slotsOfWeek);
      if (opened[place] === whichWeek) continue;
      opened[place] = whichWeek;
      times[place]! += 1;
    }
  }
  const week = emptyWeek();
  times.forEach((count, slot) => {
    if (count >= atLeast) week[slot >> 5]! |= 1 << (slot & 31);
  });
  return week;
}

/** How many half hours a week has. */
export const lengthOf = (week: Week): number => week.reduce((sum, word) => sum + bitCount(word), 0);

/** How many half hours two weeks share. */
export function sharedSlots(one: Week, other: Week): number {
  let shared = 0;
  for (let word = 0; word < wordsOfWeek; word++) shared += bitCount(one[word]! & other[word]!);
  return shared;
}

/** The half hours of a week by number. */
export function slotsIn(week: Week): number[] {
  const slots: number[] = [];
  for (let slot = 0; slot < slotsOfWeek; slot++) if ((week[slot >> 5]! >>> (slot & 31)) & 1) slots.push(slot);
  return slots;
}

/** Bits set in 32 (Hacker's Delight, 5-1). */
function bitCount(word: number): number {
  let bits = word - ((word >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

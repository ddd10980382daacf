/** Durations in milliseconds, so that `minutes(15)` reads as what it is. */
export const seconds = (count: number): number => count * 1000;
export const minutes = (count: number): number => count * 60_000;
export const hours = (count: number): number => count * 3_600_000;
export const days = (count: number): number => count * 86_400_000;

/** The moment that lies a duration after another one; a negative duration goes back. */
export const plus = (at: Date, duration: number): Date => new Date(at.getTime() + duration);

/** A date of the calendar without time or zone, as `YYYY-MM-DD`. */
export type PlainDate = string;

const oneDay = days(1);
const firstYear = 1900;
const lastYear = 2199;

const numberOf = (date: PlainDate): number => {
  const [year = "", month = "", dayOfMonth = ""] = date.split("-");
  return Date.UTC(Number(year), Number(month) - 1, Number(dayOfMonth)) / oneDay;
};

/** Whether a text is a real date between 1900 and 2199, written `YYYY-MM-DD`. */
export const isDate = (text: string): boolean =>
  /^(19|20|21)\d\d-\d\d-\d\d$/.test(text) && dateOf(numberOf(text)) === text;

/** The date as a day number, counted from 1970-01-01, for arithmetic. Throws when it is no date: check with `isDate` first. */
export function dayOf(date: PlainDate): number {
  if (!isDate(date)) throw new RangeError(`Not a date: ${date}`);
  return numberOf(date);
}

/** The date of a day number. */
export const dateOf = (day: number): PlainDate => new Date(day * oneDay).toISOString().slice(0, 10);

/** The date so many days later, or earlier when the count is negative. */
export const addDays = (date: PlainDate, count: number): PlainDate => dateOf(dayOf(date) + count);

/** The weekday of a day number as ISO counts it: Monday 1 to Sunday 7. 1970-01-01 was a Thursday. */
export const weekdayOf = (day: number): number => ((((day + 3) % 7) + 7) % 7) + 1;

/** The Monday of the week a day number lies in. */
export const startOfWeek = (day: number): number => day + 1 - weekdayOf(day);

/** The first day of the month a day number lies in, or of one so many months later. */
export function startOfMonth(day: number, monthsLater = 0): number {
  const date = new Date(day * oneDay);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + monthsLater, 1) / oneDay;
}

// The names CLDR froze, which `Intl` still answers with, and what the tz database calls the same place today.
const renamed: Readonly<Record<string, string>> = {
  "Africa/Asmera": "Africa/Asmara",
  "America/Buenos_Aires": "America/Argentina/Buenos_Aires",
  "America/Catamarca": "America/Argentina/Catamarca",
  "America/Coral_Harbour": "America/Atikokan",
  "America/Cordoba": "America/Argentina/Cordoba",
  "America/Godthab": "America/Nuuk",
  "America/Indianapolis": "America/Indiana/Indianapolis",
  "America/Jujuy": "America/Argentina/Jujuy",
  "America/Louisville": "America/Kentucky/Louisville",
  "America/Mendoza": "America/Argentina/Mendoza",
  "Asia/Calcutta": "Asia/Kolkata",
  "Asia/Katmandu": "Asia/Kathmandu",
  "Asia/Rangoon": "Asia/Yangon",
  "Asia/Saigon": "Asia/Ho_Chi_Minh",
  "Atlantic/Faeroe": "Atlantic/Faroe",
  "Europe/Kiev": "Europe/Kyiv",
  "Pacific/Enderbury": "Pacific/Kanton",
  "Pacific/Ponape": "Pacific/Pohnpei",
  "Pacific/Truk": "Pacific/Chuuk",
};

function formatterOf(name: string): Intl.DateTimeFormat | undefined {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name, timeZoneName: "longOffset" });
  } catch {
    // Asking is the only way to know: `supportedValuesOf` leaves out every alias.
    return undefined;
  }
}

/**
 * The one name we store for an IANA zone, whichever alias or case it was given in; undefined when there is no such zone.
 * Bare offsets are refused because they hide the daylight-saving rule, three letters because ICU reads BST as Dhaka and IST as Kolkata.
 */
export function normaliseZone(name: string): string | undefined {
  if (/^[+-]|^systemv/i.test(name) || (/^\w{3}$/.test(name) && !/^(utc|gmt)$/i.test(name))) return undefined;
  const known = formatterOf(name)?.resolvedOptions().timeZone;
  return known === undefined ? undefined : (renamed[known] ?? known);
}

// The shortest stay between two changes since 1972 is 6.96 days: America/Boa_Vista in October 2000.
const lookEvery = days(6);
// No wall clock is further than this from UTC.
const furthest = days(2);

const startOfYear = (instant: number, yearsLater = 0): number =>
  Date.UTC(new Date(instant).getUTCFullYear() + yearsLater, 0, 1);

/**
 * The wall clock of one IANA zone with the tz database's exact rules. Instants are epoch milliseconds.
 * The offsets are found by asking `Intl` once a year of the calendar and kept, about 0.1 ms a year.
 */
export class Zone {
  readonly name: string;
  readonly #format: Intl.DateTimeFormat;
  #from: number;
  #until: number;
  // Stretches of one offset each: where it starts, what it is, and the wall time at which it ends.
  #starts = [-Infinity];
  #offsets: number[];
  #wallEnds = [Infinity];
  #last = 0;
  // The wall times that the stretch asked for last shows alone, so that the next answer, nearly always the same, is two comparisons.
  #plainFrom = Infinity;
  #plainUntil = -Infinity;
  #plainOffset = 0;

  constructor(name: string, format: Intl.DateTimeFormat) {
    this.name = name;
    this.#format = format;
    this.#from = this.#until = Date.UTC(2026, 0, 1);
    this.#offsets = [this.#ask(this.#from)];
  }

  /** How far the wall clock is ahead of UTC at an instant, in milliseconds. */
  offsetAt(instant: number): number {
    this.#cover(instant);
    const starts = this.#starts;
    let at = this.#last;
    while (instant < starts[at]!) at--;
    while (instant >= (starts[at + 1] ?? Infinity)) at++;
    this.#last = at;
    return this.#offsets[at]!;
  }

  /**
   * The instant at which the wall clock shows a day and minutes since its midnight; 1440 and more run into the next date.
   * A time that the clock skips is moved forward by the gap, of a time that it shows twice the first is taken.
   */
  instantOf(day: number, minutesOfDay: number): number {
    const wall = day * oneDay + minutesOfDay * 60_000;
    if (wall >= this.#plainFrom && wall < this.#plainUntil) return wall - this.#plainOffset;
    this.#cover(wall);
    const ends = this.#wallEnds;
    let at = this.#last;
    while (at > 0 && wall < ends[at - 1]!) at--;
    while (wall >= ends[at]!) at++;
    this.#last = at;
    const offset = this.#offsets[at]!;
    const shownFrom = this.#starts[at]! + offset;
    this.#plainOffset = offset;
    this.#plainFrom = Math.max(shownFrom, ends[at - 1] ?? -Infinity, this.#from + furthest);
    this.#plainUntil = Math.min(ends[at]!, this.#until - furthest);
    return wall >= shownFrom ? wall - offset : wall - this.#offsets[at - 1]!;
  }

  /** The day number the wall clock shows at an instant. */
  dayAt(instant: number): number {
    return Math.floor((instant + this.offsetAt(instant)) / oneDay);
  }

  #ask(instant: number): number {
    const text = this.#format.format(instant);
    const [, sign, hour, minute = "0", second = "0"] =
      /GMT(?:([+-])(\d+):(\d+)(?::(\d+))?)?$/.exec(text) ?? [];
    if (sign === undefined) return 0;
    const size = hours(Number(hour)) + minutes(Number(minute)) + seconds(Number(second));
    return sign === "-" ? -size : size;
  }

  #cover(instant: number): void {
    if (instant - furthest >= this.#from && instant + furthest < this.#until) return;
    if (!(instant >= Date.UTC(firstYear, 0, -3) && instant < Date.UTC(lastYear + 1, 0, 4))) {
      throw new RangeError(`Outside the years ${firstYear} to ${lastYear}: ${instant}`);
    }
    const from = Math.min(this.#from, startOfYear(instant - furthest));
    const until = Math.max(this.#until, startOfYear(instant + furthest, 1));
    const before = this.#changes(from, this.#from);
    const after = this.#changes(this.#until, until);
    const first = before.offsets.length > 0 ? this.#ask(from) : this.#offsets[0]!;
    this.#offsets = [first, ...before.offsets, ...this.#offsets.slice(1), ...after.offsets];
    this.#starts = [-Infinity, ...before.starts, ...this.#starts.slice(1), ...after.starts];
    this.#wallEnds = this.#offsets.map((offset, at) => (this.#starts[at + 1] ?? Infinity) + offset);
    this.#from = from;
    this.#until = until;
    this.#last = 0;
  }

  #changes(from: number, until: number): { starts: number[]; offsets: number[] } {
    const starts: number[] = [];
    const offsets: number[] = [];
    let offset = from < until ? this.#ask(from) : 0;
    for (let low = from; low < until; low += lookEvery) {
      const next = Math.min(low + lookEvery, until);
      const later = this.#ask(next);
      if (later === offset) continue;
      starts.push(this.#bisect(low, next, offset));
      offsets.push(later);
      offset = later;
    }
    return { starts, offsets };
  }

  #bisect(from: number, until: number, offset: number): number {
    let low = from;
    let high = until;
    while (high - low > 1000) {
      const middle = low + Math.floor((high - low) / 2000) * 1000;
      if (this.#ask(middle) === offset) low = middle;
      else high = middle;
    }
    return high;
  }
}

const zones = new Map<string, Zone>();

/** The wall clock of a zone, kept for the life of the process. Throws when there is no such zone: check with `normaliseZone` first. */
export function zoneOf(name: string): Zone {
  const kept = zones.get(name);
  if (kept) return kept;
  const known = normaliseZone(name);
  const format = known && formatterOf(known);
  if (!known || !format) throw new RangeError(`Not a time zone: ${name}`);
  // Kept under its one name only, so that odd spellings from outside cannot fill the memory.
  const zone = zones.get(known) ?? new Zone(known, format);
  zones.set(known, zone);
  return zone;
}

/** The moment at which clocks of a zone show a date and minutes since midnight; see `Zone.instantOf` for skipped and doubled times. */
export const wallToInstant = (zone: string, date: PlainDate, minutesOfDay: number): Date =>
  new Date(zoneOf(zone).instantOf(dayOf(date), minutesOfDay));

/** What clocks of a zone show at a moment: the date and the whole minutes since its midnight. */
export function instantToWall(zone: string, at: Date): { date: PlainDate; minutes: number } {
  const wall = at.getTime() + zoneOf(zone).offsetAt(at.getTime());
  const day = Math.floor(wall / oneDay);
  return { date: dateOf(day), minutes: Math.floor((wall - day * oneDay) / 60_000) };
}

import { type PlainDate, type Zone, dayOf, zoneOf } from "../../../platform/time.ts";

/** A host's stay in another time zone, first and last date included; without a last date it goes on. */
export interface Stay {
  readonly zone: string;
  readonly from: PlainDate;
  readonly until: PlainDate | null;
}

/** The dates as a host lives them: each date has the zone the host is in, and lasts until the next one starts there. */
export class HostCalendar {
  readonly #home: Zone;
  readonly #stays: readonly { readonly zone: Zone; readonly first: number; readonly last: number }[];

  constructor(zone: string, stays: readonly Stay[] = []) {
    this.#home = zoneOf(zone);
    this.#stays = stays.map(({ zone: away, from, until }) => ({
      zone: zoneOf(away),
      first: dayOf(from),
      last: until === null ? Infinity : dayOf(until),
    }));
  }

  /** The zone of a day. Of stays that overlap, the one listed last counts. */
  zoneOn(day: number): Zone {
    if (this.#stays.length === 0) return this.#home;
    return this.#stays.findLast(({ first, last }) => first <= day && day <= last)?.zone ?? this.#home;
  }

  /** The first instant of a day; 01:00 where the clock skips midnight. */
  startOf(day: number): number {
    return this.zoneOn(day).instantOf(day, 0);
  }

  /** The day an instant belongs to. */
  dayAt(instant: number): number {
    let day = this.#home.dayAt(instant);
    while (this.startOf(day) > instant) day--;
    while (this.startOf(day + 1) <= instant) day++;
    return day;
  }
}

import { type Scope } from "../../../platform/scope/scope.ts";
import { Closure } from "../models/closure.ts";
import { DateOverride } from "../models/date-override.ts";
import { Host } from "../models/host.ts";
import { SessionOffer } from "../models/session-offer.ts";
import { Vacation } from "../models/vacation.ts";
import { openTime, spansOfOpen } from "../rules/availability.ts";
import { intersection, lengthOf, type Spans } from "../rules/spans.ts";
import { readTimetables } from "./read-timetables.ts";

/** What a host offers in a stretch of time, for those who compare hosts. */
export interface OpenHost {
  readonly hostId: string;
  /** Whether new bookings are taken at all. */
  readonly isAccepting: boolean;
  /** When the host works, whether booked or not: start, end, start, end, … in milliseconds. */
  readonly open: Spans;
  /** How much of that is booked, from 0 to 1; null when nothing is open. */
  readonly load: number | null;
  /** The lowest price among the active offers, a free one only when nothing costs; null without one. */
  readonly price: { readonly amountMinor: number; readonly currency: string } | null;
}

/** Every host of the site with open time, load and price between two moments. */
export async function readOpenHosts(
  scope: Scope,
  { from, until }: { from: Date; until: Date },
): Promise<OpenHost[]> {
  const hosts = await scope.read<
    Pick<Host, "id" | "isAccepting"> & { amountMinor: number | null; currency: string | null }
  >`
    select h.id, h.is_accepting, o.amount_minor, o.currency
    from ${Host} h left join (
      select distinct on (host_id) host_id, amount_minor, currency
      from ${SessionOffer} s where is_active and hidden_at is null order by host_id, amount_minor = 0, amount_minor, id
    ) o on o.host_id = h.id`;
  const timetables = await readTimetables(
    scope,
    hosts.map(({ id }) => id),
    { from, until },
  );
  const range = [from.getTime(), until.getTime()];
  return hosts.map(({ id, isAccepting, amountMinor, currency }) => {
    const { availability, busy } = timetables.get(id)!;
    const open = intersection(spansOfOpen(openTime(availability, range[0]!, range[1]!)), range);
    const length = lengthOf(open);
    return {
      hostId: id,
      isAccepting,
      open,
      load: length > 0 ? Math.min(1, lengthOf(intersection(busy, open)) / length) : null,
      price: amountMinor === null || currency === null ? null : { amountMinor, currency },
    };
  });
}

/** Changes whenever hours, absences or prices of a host do; bookings do not count. */
export async function readOpenHostsVersion(scope: Scope): Promise<string> {
  const [row] = await scope.read<{ version: string }>`
    select concat_ws('.',
      (select concat_ws('/', count(*), max(updated_at)) from ${Host} h),
      (select concat_ws('/', count(*), sum(version)) from ${SessionOffer} o),
      (select concat_ws('/', count(*), max(updated_at)) from ${Vacation} v),
      (select concat_ws('/', count(*), max(updated_at)) from ${Closure} c),
      (select concat_ws('/', count(*), max(id::text)) from ${DateOverride} d)) as version`;
  return row!.version;
}

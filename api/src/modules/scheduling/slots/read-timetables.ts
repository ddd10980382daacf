import { type Scope } from "../../../platform/scope/scope.ts";
import { days, instantToWall, type PlainDate, plus } from "../../../platform/time.ts";
import { BusySpan } from "../models/busy-span.ts";
import { Closure } from "../models/closure.ts";
import { DateOverride } from "../models/date-override.ts";
import { Hold } from "../models/hold.ts";
import { Host } from "../models/host.ts";
import { HostStay } from "../models/host-stay.ts";
import { Vacation } from "../models/vacation.ts";
import { WeeklyHours } from "../models/weekly-hours.ts";
import { type Availability } from "../rules/availability.ts";
import { type Timetable } from "../rules/overlap.ts";
import { type Span, spansOf } from "../rules/spans.ts";

/** Between which moments a timetable is wanted, and a booking that does not count because it is about to move. */
export interface TimetableRange {
  readonly from: Date;
  readonly until: Date;
  readonly exceptBookingId?: string | undefined;
}

// Wall clocks and instants differ by a day at most, buffers and hours past midnight add one each.
const margin = days(4);

/** When hosts work and what of it is taken, by host; two statements however many hosts. Hosts that do not exist are left out. */
export async function readTimetables(
  scope: Scope,
  hostIds: readonly string[],
  { from, until, exceptBookingId }: TimetableRange,
): Promise<ReadonlyMap<string, Timetable>> {
  const around = { from: plus(from, -margin), until: plus(until, margin), exceptBookingId };
  const [availabilities, busy] = await Promise.all([
    readAvailabilities(scope, hostIds, around),
    readBusy(scope, hostIds, around),
  ]);
  return new Map(
    availabilities.map(({ id, availability }) => [id, { availability, busy: spansOf(busy.get(id) ?? []) }]),
  );
}

interface CalendarRow extends Required<Availability> {
  readonly id: string;
}

async function readAvailabilities(
  scope: Scope,
  hostIds: readonly string[],
  { from, until }: TimetableRange,
): Promise<{ id: string; availability: Availability }[]> {
  const first: PlainDate = instantToWall("UTC", from).date;
  const last: PlainDate = instantToWall("UTC", until).date;
  const rows = await scope.read<CalendarRow>`
    with closed as (
      select coalesce(jsonb_agg(jsonb_build_object('from', c.from_on, 'until', c.until_on)), '[]') as dates
      from ${Closure} c where c.until_on >= ${first} and c.from_on <= ${last}
    )
    select h.id, h.time_zone as zone,
      (select coalesce(jsonb_agg(jsonb_build_object('weekday', w.weekday, 'startMinute', w.start_minute,
          'endMinute', w.end_minute, 'validFrom', w.valid_from, 'validUntil', w.valid_until)), '[]')
        from ${WeeklyHours} w where w.host_id = h.id) as rules,
      (select coalesce(jsonb_agg(jsonb_build_object('date', o.date_on, 'hours', o.hours)), '[]')
        from ${DateOverride} o where o.host_id = h.id and o.date_on between ${first} and ${last}) as overrides,
      (select coalesce(jsonb_agg(jsonb_build_object('from', v.from_on, 'until', v.until_on)), '[]')
        from ${Vacation} v where v.host_id = h.id and v.until_on >= ${first} and v.from_on <= ${last})
        || (select dates from closed) as closed,
      (select coalesce(jsonb_agg(jsonb_build_object('zone', s.time_zone, 'from', s.from_on, 'until', s.until_on)
          order by s.from_on, s.id), '[]')
        from ${HostStay} s where s.host_id = h.id) as stays
    from ${Host} h where h.id = any(${hostIds}::uuid[])`;
  return rows.map(({ id, ...availability }) => ({ id, availability }));
}

async function readBusy(
  scope: Scope,
  hostIds: readonly string[],
  { from, until, exceptBookingId }: TimetableRange,
): Promise<Map<string, Span[]>> {
  const rows = await scope.read<{ hostId: string } & Span>`
    select b.resource_id as host_id, b.busy_from as start, b.busy_until as "end"
    from ${BusySpan} b left join ${Hold} h on h.id = b.booking_id and b.state = 'held'
    where b.resource_id = any(${hostIds}::uuid[]) and b.busy_until > ${from} and b.busy_from < ${until}
      and (b.state <> 'held' or h.expires_at > ${scope.now})
      and b.booking_id is distinct from ${exceptBookingId ?? null}::uuid
    order by b.busy_from`;
  const byHost = new Map<string, Span[]>();
  for (const { hostId, start, end } of rows) {
    const spans = byHost.get(hostId);
    if (spans) spans.push({ start, end });
    else byHost.set(hostId, [{ start, end }]);
  }
  return byHost;
}

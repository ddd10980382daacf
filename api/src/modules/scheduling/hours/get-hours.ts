import { z } from "zod";
import { operation } from "../../../platform/rpc/operation.ts";
import { siteOf } from "../../tenancy/index.ts";
import { Host } from "../models/host.ts";
import { HostStay } from "../models/host-stay.ts";
import { WeeklyHours } from "../models/weekly-hours.ts";
import { hostMeant } from "../policy.ts";
import { hostHoursView } from "./hours-view.ts";

type HoursRow = Omit<z.infer<typeof hostHoursView>, "hostId">;

export const getHours = operation({
  summary: "Answers a host's time zone, weekly hours and stays in other time zones.",
  input: z.strictObject({
    /** The caller's own calendar when not given. */
    hostId: z.uuid().optional(),
  }),
  output: hostHoursView,
  async run(scope, input) {
    const hostId = hostMeant(scope.actor, input.hostId);
    const [host] = await scope.read<HoursRow>`
      select h.time_zone, h.is_accepting, h.version,
        (select coalesce(jsonb_agg(jsonb_build_object('weekday', w.weekday, 'startMinute', w.start_minute,
            'endMinute', w.end_minute, 'validFrom', w.valid_from, 'validUntil', w.valid_until)
            order by w.weekday, w.start_minute, w.valid_from), '[]')
          from ${WeeklyHours} w where w.host_id = h.id) as hours,
        (select coalesce(jsonb_agg(jsonb_build_object('timeZone', s.time_zone, 'from', s.from_on, 'until', s.until_on)
            order by s.from_on, s.id), '[]')
          from ${HostStay} s where s.host_id = h.id) as stays
      from ${Host} h where h.id = ${hostId}`;
    const empty = {
      timeZone: siteOf(scope.tenant).timeZone,
      isAccepting: true,
      hours: [],
      stays: [],
      version: 0,
    };
    return { hostId, ...(host ?? empty) };
  },
});

import { z } from "zod";
import { notFound } from "../../../platform/errors.ts";
import { operation } from "../../../platform/rpc/operation.ts";
import { hostMeant } from "../policy.ts";
import { overlapOf } from "../rules/overlap.ts";
import { readTimetables } from "./read-timetables.ts";
import { searchFields, searchRange } from "./search-range.ts";

export const getOverlap = operation({
  summary:
    "Answers the time two people have in common: minutes a week, and starts of meetings both have time for.",
  input: z.strictObject({
    /** Whose time is compared; the caller's own when not given. */
    hostId: z.uuid().optional(),
    withHostId: z.uuid(),
    /** The length of a meeting. */
    minutes: z.int().min(5).max(1440).default(60),
    ...searchFields,
  }),
  output: z.object({ minutesPerWeek: z.int(), startsAt: z.array(z.iso.datetime()) }),
  async run(scope, { hostId, withHostId, minutes, ...moments }) {
    const { from, until } = searchRange(moments);
    const oneId = hostMeant(scope.actor, hostId);
    const timetables = await readTimetables(scope, [oneId, withHostId], { from, until });
    const [one, other] = [timetables.get(oneId), timetables.get(withHostId)];
    if (!one || !other) throw notFound();
    const overlap = overlapOf(one, other, minutes, from.getTime(), until.getTime());
    const upcoming = overlap.slots.filter((start) => start >= scope.now.getTime());
    return {
      minutesPerWeek: overlap.minutesPerWeek,
      startsAt: upcoming.map((start) => new Date(start).toISOString()),
    };
  },
});

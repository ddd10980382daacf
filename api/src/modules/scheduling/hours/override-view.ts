import { z } from "zod";
import { type DateOverride } from "../models/date-override.ts";
import { hoursFields } from "./hours-view.ts";

/** What one date has instead of its weekly hours; an empty list makes it a day off. */
export const overrideView = z.object({
  id: z.uuid(),
  hostId: z.uuid(),
  date: z.iso.date(),
  hours: z.array(z.object(hoursFields)),
});

export const presentOverride = ({
  id,
  hostId,
  dateOn,
  hours,
}: Pick<DateOverride, "id" | "hostId" | "dateOn" | "hours">): z.infer<typeof overrideView> => ({
  id,
  hostId,
  date: dateOn,
  hours: [...hours],
});

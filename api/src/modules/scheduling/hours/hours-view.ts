import { z } from "zod";
import { plainDate } from "../fields.ts";

/** Hours of one day in minutes since midnight; an end past 1440 lies on the next date. */
export const hoursFields = {
  startMinute: z.int().min(0).max(1439),
  endMinute: z.int().min(1).max(2879),
};

/** Hours that come back every week, between two dates if it has them, both included. */
export const weeklyHoursView = z.strictObject({
  /** Monday 1 to Sunday 7. */
  weekday: z.int().min(1).max(7),
  ...hoursFields,
  validFrom: plainDate.nullable().default(null),
  validUntil: plainDate.nullable().default(null),
});

/** A stay in another time zone, both dates included; without a last one it goes on. */
export const stayView = z.strictObject({
  timeZone: z.string().max(64),
  from: plainDate,
  until: plainDate.nullable().default(null),
});

/** When a host works. */
export const hostHoursView = z.object({
  hostId: z.uuid(),
  timeZone: z.string(),
  /** Whether new bookings are taken at all. */
  isAccepting: z.boolean(),
  hours: z.array(weeklyHoursView),
  stays: z.array(stayView),
  /** 0 before any hours were written; sent back, it tells that nobody else wrote meanwhile. */
  version: z.int(),
});

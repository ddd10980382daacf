import { z } from "zod";
import { type Vacation } from "../models/vacation.ts";

/** Dates of a host's own calendar without slots, both ends included. */
export const vacationView = z.object({
  id: z.uuid(),
  hostId: z.uuid(),
  from: z.iso.date(),
  until: z.iso.date(),
});

export const presentVacation = ({
  id,
  hostId,
  fromOn,
  untilOn,
}: Pick<Vacation, "id" | "hostId" | "fromOn" | "untilOn">): z.infer<typeof vacationView> => ({
  id,
  hostId,
  from: fromOn,
  until: untilOn,
});

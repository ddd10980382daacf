import { z } from "zod";

/** Whether somebody is there. */
export const presenceView = z.object({
  memberId: z.uuid(),
  state: z.enum(["online", "away", "offline"]),
  /** When their page last said that they are there. */
  seenAt: z.iso.datetime(),
});

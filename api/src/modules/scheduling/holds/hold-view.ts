import { z } from "zod";
import { priceView } from "../fields.ts";
import { type Hold, holdStates } from "../models/hold.ts";
import { isLive } from "../rules/holds.ts";

/** A hold as the person it is kept for sees it. */
export const holdView = z.object({
  /** Also the id of the booking it becomes. */
  id: z.uuid(),
  state: z.enum(holdStates),
  hostId: z.uuid(),
  offerId: z.uuid(),
  title: z.string(),
  minutes: z.int(),
  price: priceView,
  startsAt: z.iso.datetime(),
  endsAt: z.iso.datetime(),
  /** The zone the host is in on that date. */
  hostZone: z.string(),
  expiresAt: z.iso.datetime(),
  /** The address given for it. */
  email: z.string().nullable(),
});

/** A hold ready to be sent. One whose time has run out is shown as expired, also when nothing has cleared it away yet. */
export const presentHold = (hold: Hold, now: Date): z.infer<typeof holdView> => ({
  id: hold.id,
  state: hold.state === "live" && !isLive(hold, now) ? "expired" : hold.state,
  hostId: hold.hostId,
  offerId: hold.offerId,
  title: hold.title,
  minutes: hold.minutes,
  price: { amountMinor: hold.amountMinor, currency: hold.currency },
  startsAt: hold.startsAt.toISOString(),
  endsAt: hold.endsAt.toISOString(),
  hostZone: hold.hostZone,
  expiresAt: hold.expiresAt.toISOString(),
  email: hold.email ?? null,
});

import { z } from "zod";
import { type PushSubscription } from "../models/push-subscription.ts";

/** A browser with pushes, as its member sees it. */
export const subscriptionView = z.object({
  id: z.uuid(),
  /** By which the browser knows itself. */
  endpoint: z.string(),
  device: z.string(),
  createdAt: z.iso.datetime(),
});

/** A browser with pushes ready to be sent. */
export const presentSubscription = ({
  id,
  endpoint,
  device,
  createdAt,
}: PushSubscription): z.infer<typeof subscriptionView> => ({
  id,
  endpoint,
  device,
  createdAt: createdAt.toISOString(),
});

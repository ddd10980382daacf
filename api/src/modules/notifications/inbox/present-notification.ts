import { z } from "zod";
import { type Scope } from "../../../platform/scope/scope.ts";
import { Notification } from "../models/notification.ts";
import { categories } from "../rules/categories.ts";

/** News as its reader sees it. */
export const notificationView = z.object({
  id: z.uuid(),
  /** Which news it is, such as `booking_confirmed`. */
  name: z.string(),
  category: z.enum(categories),
  title: z.string(),
  body: z.string(),
  /** What it is about, for the page to open. */
  about: z.object({ kind: z.string(), id: z.uuid() }),
  isRead: z.boolean(),
  createdAt: z.iso.datetime(),
});

/** News ready to be sent. */
export const presentNotification = (row: Notification): z.infer<typeof notificationView> => ({
  id: row.id,
  name: row.name,
  category: row.category,
  title: row.title,
  body: row.body,
  about: { kind: row.aboutKind, id: row.aboutId },
  isRead: row.readAt !== null,
  createdAt: row.createdAt.toISOString(),
});

/** News as it now stands; null when it is gone. */
export async function presentNotificationById(
  scope: Scope,
  id: string,
): Promise<z.infer<typeof notificationView> | null> {
  const [row] = await scope.read<Notification>`select * from ${Notification} n where id = ${id}`;
  return row ? presentNotification(row) : null;
}

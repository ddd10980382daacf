import { z } from "zod";
import { operation } from "../../../platform/rpc/operation.ts";
import { decodeCursor, pageInput, pageOf, toPage } from "../../../platform/rpc/paging.ts";
import { fragment } from "../../../platform/scope/sql.ts";
import { callingMember } from "../../identity/index.ts";
import { Notification } from "../models/notification.ts";
import { categories } from "../rules/categories.ts";
import { countUnread } from "./count-unread.ts";
import { notificationView, presentNotification } from "./present-notification.ts";

export const listNotifications = operation({
  summary: "Lists the member's news, newest first, with how much is unread; of one kind when asked.",
  input: z.strictObject({
    ...pageInput,
    category: z.enum(categories).optional(),
    isUnread: z.boolean().default(false),
  }),
  output: pageOf(notificationView).extend({ unread: z.int() }),
  async run(scope, { limit, cursor, category, isUnread }) {
    const own = callingMember(scope);
    const after = cursor === undefined ? null : decodeCursor(scope.tenant, cursor, ["instant", "id"]);
    const rows = await scope.read<Notification>`
      select * from ${Notification} n
      where member_id = ${own}
        ${category === undefined ? fragment`` : fragment`and category = ${category}`}
        ${isUnread ? fragment`and read_at is null` : fragment``}
        ${after ? fragment`and (created_at, id) < (${new Date(after[0])}, ${after[1]}::uuid)` : fragment``}
      order by created_at desc, id desc
      limit ${limit + 1}`;
    const page = toPage(scope.tenant, rows, limit, {
      position: (row) => [row.createdAt.getTime(), row.id],
      present: presentNotification,
    });
    return { ...page, unread: await countUnread(scope, own) };
  },
});

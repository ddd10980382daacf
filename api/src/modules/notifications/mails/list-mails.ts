import { z } from "zod";
import { operation } from "../../../platform/rpc/operation.ts";
import { decodeCursor, pageInput, pageOf, toPage } from "../../../platform/rpc/paging.ts";
import { fragment } from "../../../platform/scope/sql.ts";
import { mailStates, NotificationMail } from "../models/notification-mail.ts";
import { mailView, presentMail } from "./mail-view.ts";

export const listMails = operation({
  summary: "Lists the site's mails and how they fared, newest first, by state or member.",
  input: z.strictObject({
    ...pageInput,
    state: z.enum(mailStates).optional(),
    memberId: z.uuid().optional(),
  }),
  output: pageOf(mailView),
  async run(scope, { limit, cursor, state, memberId }) {
    const [at, id] = cursor === undefined ? [null, null] : decodeCursor(scope.tenant, cursor, 2);
    const rows = await scope.read<NotificationMail>`
      select * from ${NotificationMail} m
      where true
        ${state === undefined ? fragment`` : fragment`and state = ${state}`}
        ${memberId === undefined ? fragment`` : fragment`and member_id = ${memberId}`}
        ${cursor === undefined ? fragment`` : fragment`and (queued_at, id) < (${new Date(Number(at))}, ${String(id)}::uuid)`}
      order by queued_at desc, id desc
      limit ${limit + 1}`;
    return toPage(scope.tenant, rows, limit, {
      position: (row) => [row.queuedAt.getTime(), row.id],
      present: presentMail,
    });
  },
});

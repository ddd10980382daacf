import { z } from "zod";
import { notFound } from "../../../platform/errors.ts";
import { announce } from "../../../platform/outbox/announce.ts";
import { operation } from "../../../platform/rpc/operation.ts";
import { callingMember } from "../../identity/index.ts";
import { Notification } from "../models/notification.ts";

export const deleteNotification = operation({
  summary: "Deletes one of the member's news.",
  input: z.strictObject({ id: z.uuid() }),
  output: z.object({}),
  async run(scope, { id }) {
    const memberId = callingMember(scope);
    const deleted = await scope.query(Notification).where({ id, memberId }).delete();
    if (deleted === 0) throw notFound();
    await announce(scope, "notification.read", { memberId });
    return {};
  },
});

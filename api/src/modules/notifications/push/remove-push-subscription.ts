import { z } from "zod";
import { notFound } from "../../../platform/errors.ts";
import { operation } from "../../../platform/rpc/operation.ts";
import { callingMember } from "../../identity/index.ts";
import { PushSubscription } from "../models/push-subscription.ts";

export const removePushSubscription = operation({
  summary: "Sends no more pushes to one of the member's browsers.",
  input: z.strictObject({ id: z.uuid() }),
  output: z.object({}),
  async run(scope, { id }) {
    const memberId = callingMember(scope);
    const removed = await scope.query(PushSubscription).where({ id, memberId }).delete();
    if (removed === 0) throw notFound();
    return {};
  },
});

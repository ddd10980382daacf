import { z } from "zod";
import { notFound } from "../../../platform/errors.ts";
import { newId } from "../../../platform/ids.ts";
import { operation } from "../../../platform/rpc/operation.ts";
import { callingMember } from "../../identity/index.ts";
import { queueDelivery } from "../deliveries/queue-delivery.ts";
import { PushSubscription } from "../models/push-subscription.ts";
import { pushTestName } from "./push-channel.ts";

export const testPush = operation({
  summary: "Sends a push to one of the member's browsers, for them to see that it arrives.",
  input: z.strictObject({ id: z.uuid() }),
  output: z.object({}),
  async run(scope, { id: targetId }) {
    const memberId = callingMember(scope);
    const [browser] = await scope.read`
      select 1 from ${PushSubscription} s where id = ${targetId} and member_id = ${memberId}`;
    if (!browser) throw notFound();
    const id = newId(scope.now);
    await queueDelivery(scope, { id, channel: "push", memberId, targetId, name: pushTestName, fact: {} });
    return {};
  },
});

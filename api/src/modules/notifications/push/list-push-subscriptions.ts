import { z } from "zod";
import { operation } from "../../../platform/rpc/operation.ts";
import { callingMember } from "../../identity/index.ts";
import { PushSubscription } from "../models/push-subscription.ts";
import { presentSubscription, subscriptionView } from "./subscription-view.ts";

export const listPushSubscriptions = operation({
  summary: "Lists the browsers in which the member gets pushes.",
  input: z.strictObject({}),
  output: z.object({ items: z.array(subscriptionView) }),
  async run(scope) {
    const rows = await scope.read<PushSubscription>`
      select * from ${PushSubscription} s where member_id = ${callingMember(scope)} order by created_at desc, id`;
    return { items: rows.map(presentSubscription) };
  },
});

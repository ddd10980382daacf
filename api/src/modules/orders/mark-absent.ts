import { z } from "zod";
import { operation } from "../../platform/rpc/operation.ts";
import { actOnOrder } from "./act-on-order.ts";
import { sides } from "./models/order.ts";
import { ownOrderView } from "./present.ts";

export const markAbsent = operation({
  summary: "Says that the other side has not come, once the grace after the start is over.",
  input: z.strictObject({
    id: z.uuid(),
    /** Who was absent. */
    who: z.enum(sides),
  }),
  output: ownOrderView,
  run: (scope, { id, who }) => actOnOrder(scope, id, { action: `mark_${who}_absent` }),
});

import { z } from "zod";
import { operation } from "../../platform/rpc/operation.ts";
import { actOnOrder } from "./act-on-order.ts";
import { ownOrderView } from "./present.ts";

export const moveOrder = operation({
  summary: "Moves the session of an order at once, for the site's team after both sides were asked.",
  input: z.strictObject({
    id: z.uuid(),
    startsAt: z.iso.datetime().max(40),
  }),
  output: ownOrderView,
  run: (scope, { id, startsAt }) => actOnOrder(scope, id, { action: "move", input: { startsAt } }),
});

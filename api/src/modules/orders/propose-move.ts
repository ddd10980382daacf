import { z } from "zod";
import { operation } from "../../platform/rpc/operation.ts";
import { actOnOrder } from "./act-on-order.ts";
import { ownOrderView } from "./present.ts";

export const proposeMove = operation({
  summary: "Proposes a new time to the other side; the agreed one stays until they accept.",
  input: z.strictObject({
    id: z.uuid(),
    startsAt: z.iso.datetime().max(40),
  }),
  output: ownOrderView,
  run: (scope, { id, startsAt }) => actOnOrder(scope, id, { action: "propose_move", input: { startsAt } }),
});

import { z } from "zod";
import { operation } from "../../platform/rpc/operation.ts";
import { actOnOrder } from "./act-on-order.ts";
import { ownOrderView } from "./present.ts";

export const answerMove = operation({
  summary: "Accepts a proposed time, declines it, or takes back one of the caller's own.",
  input: z.strictObject({
    id: z.uuid(),
    accept: z.boolean(),
    /** The time that is answered; refused when another one has been proposed since. */
    startsAt: z.iso.datetime().max(40).optional(),
  }),
  output: ownOrderView,
  run: (scope, { id, accept, startsAt }) =>
    actOnOrder(scope, id, {
      action: accept ? "accept_move" : "decline_move",
      along: startsAt === undefined ? {} : { answeredStartsAt: new Date(startsAt) },
    }),
});

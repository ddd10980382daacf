import { z } from "zod";
import { operation } from "../../platform/rpc/operation.ts";
import { readOrder } from "./policy.ts";
import { ownOrderView, presentOwnOrder } from "./present.ts";

export const getOrder = operation({
  summary: "Answers an order to its two people and the site's team, with what they can do about it.",
  input: z.strictObject({ id: z.uuid() }),
  output: ownOrderView,
  async run(scope, { id }) {
    const { order } = await readOrder(scope, id);
    return presentOwnOrder(scope, order);
  },
});

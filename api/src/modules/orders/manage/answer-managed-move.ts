import { z } from "zod";
import { operation } from "../../../platform/rpc/operation.ts";
import { takeStep } from "../take-step.ts";
import { openManageLink, spendManageLink } from "./manage-link.ts";
import { manageToken } from "./manage-token.ts";
import { managedView, presentManaged } from "./managed-view.ts";

export const answerManagedMove = operation({
  summary: "Accepts or declines a proposed time by a link out of a mail.",
  input: z.strictObject({ token: manageToken, accept: z.boolean() }),
  output: managedView,
  async run(scope, { token, accept }) {
    const { order, side, about } = await spendManageLink(scope, token, "answer");
    await takeStep(scope, order, {
      action: accept ? "accept_move" : "decline_move",
      role: side,
      along: { answeredStartsAt: about },
    });
    return presentManaged(scope, await openManageLink(scope, token));
  },
});

import { z } from "zod";
import { operation } from "../../../platform/rpc/operation.ts";
import { takeStep } from "../take-step.ts";
import { openManageLink, spendManageLink } from "./manage-link.ts";
import { manageToken } from "./manage-token.ts";
import { managedView, presentManaged } from "./managed-view.ts";

export const moveManagedOrder = operation({
  summary: "Proposes a new time by a link out of a mail; the agreed one stays until the other side accepts.",
  input: z.strictObject({ token: manageToken, startsAt: z.iso.datetime().max(40) }),
  output: managedView,
  async run(scope, { token, startsAt }) {
    const { order, side } = await spendManageLink(scope, token, "move");
    await takeStep(scope, order, { action: "propose_move", role: side, input: { startsAt } });
    return presentManaged(scope, await openManageLink(scope, token));
  },
});

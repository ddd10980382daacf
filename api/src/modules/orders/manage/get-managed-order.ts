import { z } from "zod";
import { operation } from "../../../platform/rpc/operation.ts";
import { managedView, presentManaged } from "./managed-view.ts";
import { openManageLink } from "./manage-link.ts";
import { manageToken } from "./manage-token.ts";

export const getManagedOrder = operation({
  summary:
    "Answers the session that a link out of a mail is for, and whether the link can still do its thing.",
  input: z.strictObject({ token: manageToken }),
  output: managedView,
  run: async (scope, { token }) => presentManaged(scope, await openManageLink(scope, token)),
});

import { z } from "zod";
import { operation } from "../../../platform/rpc/operation.ts";
import { memberView, presentMember } from "../present-member.ts";
import { changeStatus } from "./change-status.ts";

export const deactivateMember = operation({
  summary: "Switches a member off: signed out everywhere, and signing in is refused.",
  input: z.strictObject({
    id: z.uuid(),
    /** For the audit log. */
    reason: z.string().trim().max(500).optional(),
  }),
  output: memberView,
  run: async (scope, { id, reason }) =>
    presentMember(await changeStatus(scope, id, { status: "deactivated", reason })),
});

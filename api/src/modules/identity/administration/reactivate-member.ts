import { z } from "zod";
import { operation } from "../../../platform/rpc/operation.ts";
import { memberView, presentMember } from "../present-member.ts";
import { changeStatus } from "./change-status.ts";

export const reactivateMember = operation({
  summary: "Lets a member who was switched off, suspended or banned sign in again.",
  input: z.strictObject({
    id: z.uuid(),
    /** For the audit log. */
    reason: z.string().trim().max(500).optional(),
  }),
  output: memberView,
  run: async (scope, { id, reason }) =>
    presentMember(await changeStatus(scope, id, { status: "active", reason })),
});

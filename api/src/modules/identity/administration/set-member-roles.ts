import { z } from "zod";
import { operation } from "../../../platform/rpc/operation.ts";
import { changeRoles } from "../change-roles.ts";
import { rolesInput } from "../person.ts";
import { memberView, presentMember } from "../present-member.ts";

export const setMemberRoles = operation({
  summary: "Gives a member exactly these roles, privileged ones too.",
  input: z.strictObject({ memberId: z.uuid(), roles: rolesInput }),
  output: memberView,
  run: async (scope, { memberId, roles }) => presentMember(await changeRoles(scope, memberId, () => roles)),
});

import { z } from "zod";
import { operation } from "../../../platform/rpc/operation.ts";
import { changeRoles } from "../change-roles.ts";
import { exactRoles } from "../rules/roles.ts";
import { rolesInput } from "../person.ts";
import { memberView, presentMember } from "../present-member.ts";

export const updateMember = operation({
  summary: "Gives a member exactly these roles, privileged ones too.",
  input: z.strictObject({ id: z.uuid(), roles: rolesInput }),
  output: memberView,
  run: async (scope, { id, roles }) =>
    presentMember(await changeRoles(scope, id, (had) => exactRoles(had, roles))),
});

import { z } from "zod";
import { operation } from "../../platform/rpc/operation.ts";
import { changeRoles } from "./change-roles.ts";
import { roleInput } from "./person.ts";
import { assertMayTakeRoles, callingMember } from "./policy.ts";
import { withRoles } from "./rules/roles.ts";

export const addRole = operation({
  summary: "Gives the caller one more role, of those the site offers to everybody.",
  input: z.strictObject({ role: roleInput }),
  output: z.object({ roles: z.array(z.string()) }),
  async run(scope, { role }) {
    assertMayTakeRoles(scope, [role]);
    const { roles } = await changeRoles(scope, callingMember(scope), (had) => withRoles(had, [role]));
    return { roles };
  },
});

import { z } from "zod";
import { operation } from "../../platform/rpc/operation.ts";
import { changeRoles } from "./change-roles.ts";
import { roleInput } from "./person.ts";
import { assertMayTakeRoles, assertVerifiedEmail, callingMember } from "./policy.ts";
import { rolesToApprove } from "./roles-to-approve.ts";
import { askedRoles } from "./rules/roles.ts";

export const addRole = operation({
  summary:
    "Gives the caller one more role, of those the site offers to everybody. One that needs approval waits for it, and the application is opened.",
  input: z.strictObject({ role: roleInput }),
  output: z.object({
    roles: z.array(z.string()),
    /** Those that wait for the team's approval. */
    pendingRoles: z.array(z.string()),
  }),
  async run(scope, { role }) {
    assertMayTakeRoles(scope, [role]);
    const memberId = callingMember(scope);
    const toApprove = rolesToApprove(scope.tenant);
    if (toApprove.includes(role)) await assertVerifiedEmail(scope, memberId);
    const { roles, pendingRoles } = await changeRoles(scope, memberId, (had) =>
      askedRoles(had, [role], toApprove),
    );
    return { roles, pendingRoles };
  },
});

import { z } from "zod";
import { operation } from "../../platform/rpc/operation.ts";
import { roleInput } from "./person.ts";
import { rolesToApprove } from "./roles-to-approve.ts";
import { identityOf } from "./settings.ts";

export const getEntrance = operation({
  summary: "Answers how people come in to the site: as what they may sign up, and whether passwords work.",
  input: z.strictObject({}),
  output: z.object({
    /** Roles people may take by themselves; the first is theirs when they say nothing. */
    roles: z.array(roleInput),
    /** Those of the roles that somebody has only once the team approves. */
    rolesToApprove: z.array(roleInput),
    allowsPasswords: z.boolean(),
  }),
  run: async ({ tenant }) => {
    const { signUpRoles: roles, allowsPasswords } = identityOf(tenant);
    const toApprove = rolesToApprove(tenant);
    return { roles, rolesToApprove: roles.filter((role) => toApprove.includes(role)), allowsPasswords };
  },
});

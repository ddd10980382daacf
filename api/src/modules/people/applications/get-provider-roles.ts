import { z } from "zod";
import { operation } from "../../../platform/rpc/operation.ts";
import { peopleOf, providerRoles } from "../settings.ts";

export const getProviderRoles = operation({
  summary:
    "Answers the roles people can apply for on this site, and whether applications are approved at once.",
  input: z.strictObject({}),
  output: z.object({ roles: z.array(z.enum(providerRoles)), approvesByItself: z.boolean() }),
  async run({ tenant }) {
    const { providerRoles: roles, approvesByItself } = peopleOf(tenant);
    return { roles, approvesByItself };
  },
});

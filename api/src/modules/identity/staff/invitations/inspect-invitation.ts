import { z } from "zod";
import { operation } from "../../../../platform/rpc/operation.ts";
import { staffRoles } from "../../../../platform/scope/actor.ts";
import { productName } from "../../../tenancy/index.ts";
import { findAccount, nameAccounts } from "../accounts.ts";
import { findInvitation, invitationToken } from "./find-by-token.ts";

export const inspectInvitation = operation({
  summary: "Answers to whoever holds an invitation's link what it invites to. It stays as it is.",
  input: z.strictObject({ token: invitationToken }),
  output: z.object({
    siteName: z.string(),
    /** Who asked. */
    invitedBy: z.string(),
    email: z.string(),
    staffRole: z.enum(staffRoles),
    /** Whether the address signs in to the admin app already: accepting takes its password then, else it makes one. */
    hasAccount: z.boolean(),
    expiresAt: z.iso.datetime(),
  }),
  async run(scope, { token }) {
    const { tenant, invitation } = await findInvitation(scope, token);
    const names = await nameAccounts(scope, [invitation.invitedBy]);
    const { email, staffRole, expiresAt } = invitation;
    return {
      siteName: productName(tenant),
      invitedBy: names.get(invitation.invitedBy) ?? "",
      email,
      staffRole,
      hasAccount: (await findAccount(scope, email)) !== null,
      expiresAt: expiresAt.toISOString(),
    };
  },
});

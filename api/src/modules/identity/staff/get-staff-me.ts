import { z } from "zod";
import { notFound } from "../../../platform/errors.ts";
import { operation } from "../../../platform/rpc/operation.ts";
import { callingStaff } from "../policy.ts";
import { readAccount } from "./accounts.ts";
import { presentAccount, presentStaffTenant, staffView } from "./staff-session.ts";

export const getStaffMe = operation({
  summary: "Answers who is signed in to the admin app, where, and what they may do there.",
  input: z.strictObject({}),
  output: staffView,
  async run(scope) {
    const { accountId, staffRole, permissions } = callingStaff(scope);
    const account = await readAccount(scope, accountId);
    if (!account) throw notFound();
    return {
      account: presentAccount(account),
      tenant: presentStaffTenant(scope.tenant),
      staffRole,
      permissions: [...permissions],
    };
  },
});

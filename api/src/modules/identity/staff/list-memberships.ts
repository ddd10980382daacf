import { z } from "zod";
import { operation } from "../../../platform/rpc/operation.ts";
import { callingStaff } from "../policy.ts";
import { tenantsOf } from "./memberships.ts";
import { presentStaffTenant, staffTenantView } from "./staff-session.ts";

export const listMemberships = operation({
  summary: "Lists the sites the caller works for, each followed by its sandbox.",
  input: z.strictObject({}),
  output: z.object({ items: z.array(staffTenantView), nextCursor: z.null() }),
  async run(scope) {
    const tenants = await tenantsOf(scope, callingStaff(scope).accountId);
    return { items: tenants.map(presentStaffTenant), nextCursor: null };
  },
});

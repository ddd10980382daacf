import { z } from "zod";
import { notFound } from "../../../platform/errors.ts";
import { operation } from "../../../platform/rpc/operation.ts";
import { callingStaff } from "../policy.ts";
import { readAccount } from "./accounts.ts";
import { membershipIn, tenantsOf } from "./memberships.ts";
import { openStaffSession, staffSessionView } from "./staff-session.ts";

export const switchTenant = operation({
  summary: "Begins a session in another site or sandbox the caller works for; the session here stays.",
  input: z.strictObject({ tenantId: z.uuid() }),
  output: staffSessionView,
  async run(scope, { tenantId }) {
    const { accountId } = callingStaff(scope);
    const account = await readAccount(scope, accountId);
    const tenant = (await tenantsOf(scope, accountId)).find(({ id }) => id === tenantId);
    const membership = tenant && (await membershipIn(scope, tenant, accountId));
    if (!account || !membership) throw notFound();
    return openStaffSession(scope, account, { tenant, membership });
  },
});

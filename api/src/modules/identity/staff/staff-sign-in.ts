import { z } from "zod";
import { threePartOperation } from "../../../platform/rpc/operation.ts";
import { failure } from "../errors.ts";
import { checkPassword, givenPassword } from "../passwords.ts";
import { emailInput } from "../person.ts";
import { forgiveSignInAttempts, takeSignInAttempt } from "../sign-in-attempts.ts";
import { findAccount, setAccountPassword } from "./accounts.ts";
import { membershipIn, tenantsOf } from "./memberships.ts";
import { openStaffSession, staffSessionView } from "./staff-session.ts";

export const staffSignIn = threePartOperation({
  summary: "Signs a team member in to the admin app: to the site named, else to their first.",
  input: z.strictObject({
    email: emailInput,
    password: givenPassword,
    /** The site or sandbox, for people of several. */
    tenantId: z.uuid().optional(),
  }),
  output: staffSessionView,
  async prepare(scope, input) {
    await takeSignInAttempt(scope, input.email);
    return { ...input, account: await findAccount(scope, input.email) };
  },
  call: ({ password, account }) => checkPassword(password, account?.passwordHash ?? null),
  async finish(scope, { email, tenantId, account }, { isRight, newHash }) {
    if (!account || !isRight || account.status !== "active") throw failure("identity.sign_in_failed");
    if (newHash !== null) await setAccountPassword(scope, account.id, newHash);
    await forgiveSignInAttempts(scope, email);
    const tenants = await tenantsOf(scope, account.id);
    const tenant = tenantId === undefined ? tenants[0] : tenants.find(({ id }) => id === tenantId);
    const membership = tenant && (await membershipIn(scope, tenant, account.id));
    if (!membership) throw failure("identity.no_membership");
    return openStaffSession(scope, account, { tenant, membership });
  },
});

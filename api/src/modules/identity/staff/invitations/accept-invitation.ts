import { z } from "zod";
import { audit } from "../../../../platform/audit/record.ts";
import { wallClock } from "../../../../platform/clock.ts";
import { invalidFields, requestFailure } from "../../../../platform/errors.ts";
import { announce } from "../../../../platform/outbox/announce.ts";
import { threePartOperation } from "../../../../platform/rpc/operation.ts";
import { withinTenant } from "../../../../platform/scope/open.ts";
import { type Scope } from "../../../../platform/scope/scope.ts";
import { failure } from "../../errors.ts";
import { type TeamInvitation } from "../../models/team-invitation.ts";
import { assertGoodPassword, checkPassword, hashPassword, newPassword } from "../../passwords.ts";
import { localeInput, nameInput } from "../../person.ts";
import { forgiveSignInAttempts, takeSignInAttempt } from "../../sign-in-attempts.ts";
import { addAccount, findAccount, setAccountPassword } from "../accounts.ts";
import { addMembership, membershipIn } from "../memberships.ts";
import { openStaffSession, staffSessionView } from "../staff-session.ts";
import { findInvitation, invitationToken } from "./find-by-token.ts";
import { openInvitations } from "./issue-link.ts";

export const acceptInvitation = threePartOperation({
  summary:
    "Joins a site's team by an invitation's link, with a new account or the password of one, and signs in.",
  input: z.strictObject({
    token: invitationToken,
    /** The new account's, or the one that the address signs in with already. */
    password: newPassword,
    /** For a new account. */
    name: nameInput.optional(),
    /** For a new account. */
    locale: localeInput.default("en"),
  }),
  output: staffSessionView,
  async prepare(scope, given) {
    const { tenant, invitation } = await findInvitation(scope, given.token);
    const account = await findAccount(scope, invitation.email);
    if (account) await takeSignInAttempt(scope, invitation.email);
    else if (given.name === undefined) {
      throw invalidFields({ path: ["name"], message: "Write your name." });
    } else assertGoodPassword(given.password, tenant, [invitation.email, given.name]);
    return { given, account };
  },
  async call({ given: { password }, account }) {
    if (!account) return { isRight: true, newHash: await hashPassword(password) };
    return checkPassword(password, account.passwordHash);
  },
  async finish(scope, { given, account: known }, { isRight, newHash }) {
    if (!isRight) throw failure("identity.sign_in_failed");
    const { tenant, invitation } = await findInvitation(scope, given.token);
    const account = known ?? (await addInvited(scope, invitation, { ...given, passwordHash: newHash }));
    if (account.status !== "active") throw failure("identity.sign_in_failed");
    if (known) {
      if (newHash !== null) await setAccountPassword(scope, known.id, newHash);
      await forgiveSignInAttempts(scope, known.email);
    }
    await withinTenant(scope, tenant, (inside) => join(inside, invitation, account.id));
    const membership = await membershipIn(scope, tenant, account.id);
    if (!membership) throw new Error("Somebody who just joined a team has no membership.");
    return openStaffSession(scope, account, { tenant, membership });
  },
});

async function addInvited(
  scope: Scope,
  { email }: TeamInvitation,
  { name, locale, passwordHash }: { name?: string | undefined; locale: string; passwordHash: string | null },
) {
  if (name === undefined || passwordHash === null)
    throw new Error("A new account has a name and a password.");
  const account = await addAccount(scope, { email, name, passwordHash, locale });
  // Somebody made one for the address a moment ago: asked again, its password counts.
  if (!account) throw requestFailure("request.conflict");
  return account;
}

/** Uses an invitation up and makes the account one of the team; of two who do it at once, one is refused. */
async function join(scope: Scope, { id, hash, staffRole }: TeamInvitation, accountId: string): Promise<void> {
  const used = await openInvitations(scope)
    .where({ id, hash })
    .patch({ acceptedAt: wallClock(), acceptedBy: accountId, sealedToken: null });
  if (used === 0) throw failure("identity.link_gone");
  await addMembership(scope, accountId, staffRole);
  await announce(scope, "identity.invitation_accepted", { invitationId: id });
  await audit(scope, {
    action: "identity.accept_invitation",
    entity: { kind: "account", id: accountId },
    after: { staffRole },
  });
}

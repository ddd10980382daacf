import { z } from "zod";
import { forgiveAttempts, takeAttempt, type AttemptLimit } from "../../platform/attempts.ts";
import { audit } from "../../platform/audit/record.ts";
import { threePartOperation } from "../../platform/rpc/operation.ts";
import { setPassword } from "./add-member.ts";
import { failure } from "./errors.ts";
import { lockMember } from "./lock-member.ts";
import { MemberPassword } from "./models/member-password.ts";
import { assertGoodPassword, checkPassword, givenPassword, hashPassword, newPassword } from "./passwords.ts";
import { assertFreshSession, callingMember, callingSession } from "./policy.ts";
import { endSessions } from "./sessions.ts";

const triesOf = (memberId: string): AttemptLimit => ({
  what: "identity.change_password",
  who: memberId,
  times: 10,
  minutes: 15,
});

export const changePassword = threePartOperation({
  summary:
    "Changes the caller's password and ends their other sessions. Who has none yet sets the first one soon after signing in.",
  input: z.strictObject({
    /** Needed when there is a password. */
    currentPassword: givenPassword.optional(),
    newPassword,
  }),
  output: z.object({}),
  async prepare(scope, input) {
    const memberId = callingMember(scope);
    await takeAttempt(scope, triesOf(memberId));
    const member = await lockMember(scope, memberId);
    assertGoodPassword(input.newPassword, scope.tenant, [member.email, member.name]);
    const stored = await scope.query(MemberPassword).findOne({ memberId });
    if (!stored) await assertFreshSession(scope);
    return { ...input, memberId, hash: stored?.hash ?? null };
  },
  async call({ currentPassword = "", newPassword: password, hash }) {
    const isRight = hash === null || (await checkPassword(currentPassword, hash)).isRight;
    return isRight ? hashPassword(password) : null;
  },
  async finish(scope, { memberId }, newHash) {
    if (newHash === null) throw failure("identity.current_password_wrong");
    await setPassword(scope, memberId, newHash);
    await endSessions(scope, { memberId, except: callingSession(scope) }, "password_changed");
    await forgiveAttempts(scope, triesOf(memberId));
    await audit(scope, { action: "identity.change_password", entity: { kind: "member", id: memberId } });
    return {};
  },
});

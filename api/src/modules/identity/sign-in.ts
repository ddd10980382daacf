import { z } from "zod";
import { threePartOperation } from "../../platform/rpc/operation.ts";
import { setPassword } from "./add-member.ts";
import { failure } from "./errors.ts";
import { openMemberSession, sessionView } from "./member-session.ts";
import { Member } from "./models/member.ts";
import { MemberPassword } from "./models/member-password.ts";
import { checkPassword, givenPassword } from "./passwords.ts";
import { emailInput } from "./person.ts";
import { identityOf } from "./settings.ts";
import { forgiveSignInAttempts, takeSignInAttempt } from "./sign-in-attempts.ts";

export const signIn = threePartOperation({
  summary: "Signs in with e-mail address and password.",
  input: z.strictObject({ email: emailInput, password: givenPassword }),
  output: sessionView,
  async prepare(scope, { email, password }) {
    if (!identityOf(scope.tenant).allowsPasswords) throw failure("identity.passwords_off");
    await takeSignInAttempt(scope, email);
    const [found] = await scope.read<{ id: string; hash: string }>`
      select m.id, p.hash from ${Member} m join ${MemberPassword} p on p.member_id = m.id where m.email = ${email}`;
    return { email, password, memberId: found?.id ?? null, hash: found?.hash ?? null };
  },
  call: ({ password, hash }) => checkPassword(password, hash),
  async finish(scope, { email, memberId, hash }, { isRight, newHash }) {
    if (!isRight || memberId === null) throw failure("identity.sign_in_failed");
    const member = await scope.query(Member).findOne({ id: memberId }).forUpdate();
    // Whoever changed the password while this one was checked wins.
    const password = await scope.query(MemberPassword).findOne({ memberId });
    if (!member || password?.hash !== hash) throw failure("identity.sign_in_failed");
    if (newHash !== null) await setPassword(scope, memberId, newHash);
    await forgiveSignInAttempts(scope, email);
    return openMemberSession(scope, member);
  },
});

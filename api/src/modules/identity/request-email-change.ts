import { z } from "zod";
import { forgiveAttempts, takeAttempt, type AttemptLimit } from "../../platform/attempts.ts";
import { invalidFields } from "../../platform/errors.ts";
import { threePartOperation } from "../../platform/rpc/operation.ts";
import { failure } from "./errors.ts";
import { lockMember } from "./lock-member.ts";
import { requestMailLink } from "./mail-links.ts";
import { Member } from "./models/member.ts";
import { MemberPassword } from "./models/member-password.ts";
import { pageForMails } from "./page-for-mails.ts";
import { checkPassword, givenPassword } from "./passwords.ts";
import { emailInput } from "./person.ts";
import { assertFreshSession, callingMember } from "./policy.ts";

const triesOf = (memberId: string): AttemptLimit => ({
  what: "identity.request_email_change",
  who: memberId,
  times: 10,
  minutes: 15,
});

export const requestEmailChange = threePartOperation({
  summary:
    "Mails a link to another e-mail address of the caller, which is theirs once they open it (`verifyEmail`). The answer is the same when somebody has that address.",
  input: z.strictObject({
    email: emailInput,
    /** Needed when there is a password; who has none does it soon after signing in. */
    currentPassword: givenPassword.optional(),
    /** The page of the site that the mailed link opens. */
    pageUrl: z.url().max(500).optional(),
  }),
  output: z.object({}),
  async prepare(scope, input) {
    const memberId = callingMember(scope);
    await takeAttempt(scope, triesOf(memberId));
    pageForMails(scope, input.pageUrl);
    const member = await lockMember(scope, memberId);
    if (member.externalId !== null) throw failure("identity.email_from_site");
    if (member.email === input.email)
      throw invalidFields({ path: ["email"], message: "This is your address already. Write another one." });
    const stored = await scope.query(MemberPassword).findOne({ memberId });
    if (!stored) await assertFreshSession(scope);
    return { ...input, memberId, hash: stored?.hash ?? null };
  },
  call: async ({ currentPassword = "", hash }) =>
    hash === null || (await checkPassword(currentPassword, hash)).isRight,
  async finish(scope, { memberId: id, email, pageUrl }, isRight) {
    if (!isRight) throw failure("identity.current_password_wrong");
    await forgiveAttempts(scope, triesOf(id));
    const known = await scope.query(Member).where({ email }).resultSize();
    if (known === 0) await requestMailLink(scope, { id, email }, { purpose: "change_email", pageUrl });
    return {};
  },
});

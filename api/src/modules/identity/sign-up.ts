import { z } from "zod";
import { takeAttempt } from "../../platform/attempts.ts";
import { threePartOperation } from "../../platform/rpc/operation.ts";
import { localeFor } from "../tenancy/index.ts";
import { addMember } from "./add-member.ts";
import { failure } from "./errors.ts";
import { requestMailLink } from "./mail-links.ts";
import { openMemberSession, sessionView } from "./member-session.ts";
import { Member } from "./models/member.ts";
import { assertGoodPassword, hashPassword, newPassword } from "./passwords.ts";
import { emailInput, nameInput, rolesInput, timeZoneInput } from "./person.ts";
import { assertMayTakeRoles } from "./policy.ts";
import { startingRoles } from "./roles-to-approve.ts";
import { identityOf } from "./settings.ts";

export const signUp = threePartOperation({
  summary: "Joins the site with e-mail address and password, and mails a link that proves the address.",
  input: z.strictObject({
    email: emailInput,
    password: newPassword,
    name: nameInput,
    /** What the person is on the site; the first role the site offers when not given. */
    roles: rolesInput.optional(),
    timeZone: timeZoneInput.optional(),
    /** The page of the site that the mailed link opens. */
    pageUrl: z.url().max(500).optional(),
  }),
  output: sessionView,
  async prepare(scope, input) {
    const { request, tenant } = scope;
    await takeAttempt(scope, { what: "identity.sign_up", who: request.ip ?? "", times: 300, minutes: 60 });
    if (!identityOf(tenant).allowsPasswords) throw failure("identity.passwords_off");
    if (input.roles) assertMayTakeRoles(scope, input.roles);
    assertGoodPassword(input.password, tenant, [input.email, input.name]);
    const taken = await scope.query(Member).where({ email: input.email }).resultSize();
    if (taken > 0) throw failure("identity.email_taken");
    return input;
  },
  call: ({ password }) => hashPassword(password),
  async finish(scope, { email, name, roles, timeZone, pageUrl }, passwordHash) {
    const { request, tenant } = scope;
    const member = await addMember(scope, {
      email,
      isEmailVerified: false,
      name,
      ...startingRoles(tenant, roles),
      locale: localeFor(tenant, request.locale),
      timeZone: timeZone ?? null,
      passwordHash,
    });
    await requestMailLink(scope, member, { purpose: "verify_email", pageUrl });
    return openMemberSession(scope, member);
  },
});

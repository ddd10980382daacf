import { z } from "zod";
import { takeAttempt } from "../../platform/attempts.ts";
import { threePartOperation } from "../../platform/rpc/operation.ts";
import { type Scope } from "../../platform/scope/scope.ts";
import { localeFor } from "../tenancy/index.ts";
import { addMember } from "./add-member.ts";
import { tryCode, useCode } from "./codes.ts";
import { failure } from "./errors.ts";
import { openMemberSession, sessionView } from "./member-session.ts";
import { Member } from "./models/member.ts";
import { emailInput, nameInput, roleInput, timeZoneInput } from "./person.ts";
import { assertMayTakeRoles } from "./policy.ts";
import { proveEmail } from "./prove-email.ts";
import { nameFromEmail } from "./rules/email.ts";
import { startingRoles } from "./roles-to-approve.ts";

const input = z.strictObject({
  email: emailInput,
  code: z
    .string()
    .regex(/^\d{6}$/, "The code has six digits.")
    .meta({ example: "123456" }),
  /** Of somebody new; what stands before the `@` when not given. */
  name: nameInput.optional(),
  /** What somebody new is on the site; the first role the site offers when not given. */
  role: roleInput.optional(),
  timeZone: timeZoneInput.optional(),
});

export const signInWithCode = threePartOperation({
  summary: "Signs in with a code sent by mail. Whoever is new to the site becomes a member.",
  input,
  output: sessionView,
  // A try is counted in a transaction of its own: the refusal that follows must not undo it.
  async prepare(scope, wanted) {
    const { request } = scope;
    await takeAttempt(scope, { what: "identity.try_code", who: request.ip ?? "", times: 600, minutes: 60 });
    if (wanted.role !== undefined) assertMayTakeRoles(scope, [wanted.role]);
    return { wanted, codeId: await tryCode(scope, wanted.email, wanted.code) };
  },
  call: async () => null,
  async finish(scope, { wanted, codeId }) {
    if (codeId === null || !(await useCode(scope, codeId))) throw failure("identity.code_wrong");
    const known = await scope.query(Member).findOne({ email: wanted.email }).forUpdate();
    const member = known
      ? await proveEmail(scope, known, { keepsPassword: false })
      : await addMember(scope, newMember(scope, wanted));
    return openMemberSession(scope, member);
  },
});

const newMember = ({ tenant, request }: Scope, { email, name, role, timeZone }: z.output<typeof input>) => ({
  email,
  isEmailVerified: true,
  name: name ?? nameFromEmail(email),
  ...startingRoles(tenant, role && [role]),
  locale: localeFor(tenant, request.locale),
  timeZone: timeZone ?? null,
});

import { z } from "zod";
import { notFound } from "../../platform/errors.ts";
import { operation } from "../../platform/rpc/operation.ts";
import { type Scope } from "../../platform/scope/scope.ts";
import { Member } from "./models/member.ts";
import { MemberPassword } from "./models/member-password.ts";
import { callingMember } from "./policy.ts";
import { meView, presentMe, type ShownMe } from "./present.ts";

export const getMe = operation({
  summary: "Answers who the caller is, on which site, and what they may do there.",
  input: z.strictObject({}),
  output: meView,
  run: async (scope) => presentMe(scope, await readMe(scope, callingMember(scope))),
});

/** Reads a member as they see themselves. */
export async function readMe(scope: Scope, memberId: string): Promise<ShownMe> {
  const [me] = await scope.read<ShownMe>`
    select m.id, m.email, m.email_verified_at, m.name, m.roles, m.pending_roles, m.locale, m.time_zone, m.preferences, m.created_at,
      p.member_id is not null as has_password
    from ${Member} m left join ${MemberPassword} p on p.member_id = m.id
    where m.id = ${memberId}`;
  if (!me) throw notFound();
  return me;
}

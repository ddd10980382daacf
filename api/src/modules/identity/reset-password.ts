import { z } from "zod";
import { audit } from "../../platform/audit/record.ts";
import { threePartOperation } from "../../platform/rpc/operation.ts";
import { setPassword } from "./add-member.ts";
import { failure } from "./errors.ts";
import { findMailLink, useMailLink } from "./mail-links.ts";
import { Member } from "./models/member.ts";
import { assertGoodPassword, hashPassword, newPassword } from "./passwords.ts";
import { proveEmail } from "./prove-email.ts";
import { endSessions } from "./sessions.ts";

export const resetPassword = threePartOperation({
  summary: "Sets a new password with the token of a mailed link, once, and ends every session.",
  input: z.strictObject({ token: z.string().min(1).max(100), password: newPassword }),
  output: z.object({}),
  async prepare(scope, { token, password }) {
    const link = await findMailLink(scope, token, "reset_password");
    const member = await scope.query(Member).findOne({ id: link.memberId });
    assertGoodPassword(password, scope.tenant, [link.email, member?.name ?? ""]);
    return { token, password };
  },
  call: ({ password }) => hashPassword(password),
  async finish(scope, { token }, passwordHash) {
    const link = await useMailLink(scope, token, "reset_password");
    const member = await scope.query(Member).findOne({ id: link.memberId, email: link.email }).forUpdate();
    if (!member || member.status !== "active") throw failure("identity.link_gone");
    await setPassword(scope, member.id, passwordHash);
    await endSessions(scope, { memberId: member.id }, "password_changed");
    await proveEmail(scope, member, { keepsPassword: true });
    await audit(scope, { action: "identity.reset_password", entity: { kind: "member", id: member.id } });
    return {};
  },
});

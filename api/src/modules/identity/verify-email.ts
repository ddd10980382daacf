import { z } from "zod";
import { operation } from "../../platform/rpc/operation.ts";
import { failure } from "./errors.ts";
import { useMailLink } from "./mail-links.ts";
import { Member } from "./models/member.ts";
import { proveEmail } from "./prove-email.ts";

export const verifyEmail = operation({
  summary: "Proves an e-mail address with the token of a mailed link, once.",
  input: z.strictObject({ token: z.string().min(1).max(100) }),
  output: z.object({ emailVerified: z.literal(true) }),
  async run(scope, { token }) {
    const link = await useMailLink(scope, token, "verify_email");
    const member = await scope.query(Member).findOne({ id: link.memberId, email: link.email }).forUpdate();
    if (!member) throw failure("identity.link_gone");
    await proveEmail(scope, member, { keepsPassword: true });
    return { emailVerified: true as const };
  },
});

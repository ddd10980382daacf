import { z } from "zod";
import { operation } from "../../platform/rpc/operation.ts";
import { changeEmail } from "./change-email.ts";
import { failure } from "./errors.ts";
import { useMailLink } from "./mail-links.ts";
import { Member } from "./models/member.ts";
import { proveEmail } from "./prove-email.ts";

export const verifyEmail = operation({
  summary:
    "Proves an e-mail address with the token of a mailed link, once. One that its reader changes to is theirs from then on.",
  input: z.strictObject({ token: z.string().min(1).max(100) }),
  output: z.object({ emailVerified: z.literal(true) }),
  async run(scope, { token }) {
    const link = await useMailLink(scope, token, "verify_email", "change_email");
    if (link.purpose === "change_email") {
      await changeEmail(scope, link);
      return { emailVerified: true as const };
    }
    const member = await scope.query(Member).findOne({ id: link.memberId, email: link.email }).forUpdate();
    if (!member) throw failure("identity.link_gone");
    await proveEmail(scope, member, { keepsPassword: true });
    return { emailVerified: true as const };
  },
});

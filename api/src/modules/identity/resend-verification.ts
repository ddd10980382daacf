import { z } from "zod";
import { operation } from "../../platform/rpc/operation.ts";
import { failure } from "./errors.ts";
import { lockMember } from "./lock-member.ts";
import { requestMailLink } from "./mail-links.ts";

import { callingMember } from "./policy.ts";

export const resendVerification = operation({
  summary: "Mails the link that proves the caller's e-mail address again.",
  input: z.strictObject({ pageUrl: z.url().max(500).optional() }),
  output: z.object({}),
  async run(scope, { pageUrl }) {
    const member = await lockMember(scope, callingMember(scope));
    if (member.emailVerifiedAt) throw failure("identity.email_already_verified");
    await requestMailLink(scope, member, { purpose: "verify_email", pageUrl });
    return {};
  },
});

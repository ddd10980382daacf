import { z } from "zod";
import { takeAttempt } from "../../platform/attempts.ts";
import { operation } from "../../platform/rpc/operation.ts";
import { requestMailLink } from "./mail-links.ts";
import { Member } from "./models/member.ts";
import { pageForMails } from "./page-for-mails.ts";
import { emailInput } from "./person.ts";

export const requestPasswordReset = operation({
  summary: "Mails a link to set a new password. The answer is the same whether or not the address is known.",
  input: z.strictObject({ email: emailInput, pageUrl: z.url().max(500).optional() }),
  output: z.object({}),
  async run(scope, { email, pageUrl }) {
    await takeAttempt(scope, {
      what: "identity.request_reset",
      who: scope.request.ip ?? "",
      times: 100,
      minutes: 60,
    });
    pageForMails(scope, pageUrl);
    const member = await scope.query(Member).findOne({ email, status: "active" });
    if (member) await requestMailLink(scope, member, { purpose: "reset_password", pageUrl });
    return {};
  },
});

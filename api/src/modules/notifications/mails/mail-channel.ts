import { mailProviderNameOf, sendMail } from "../../../platform/providers/mail/for-tenant.ts";
import { MailboxRefused } from "../../../platform/providers/mail/port.ts";
import { readMember } from "../../identity/index.ts";
import { mailSenderName } from "../../tenancy/index.ts";
import { Refused, type SendingChannel } from "../deliveries/channel.ts";
import { digestName } from "../rules/digest.ts";
import { isSuppressed, suppress } from "../suppressions/suppress.ts";
import { writeDigest } from "./write-digest.ts";
import { writeMail } from "./write-mail.ts";

/** Mails to members, each by itself or bundled. */
export const mailChannel: SendingChannel = {
  async write(scope, delivery) {
    const { tenant } = scope;
    const mail = await (delivery.name === digestName ? writeDigest : writeMail)(scope, delivery);
    if (!mail) return "dropped";
    if (await isSuppressed(scope, mail.to.address)) return "suppressed";
    return async ({ signal }) => {
      try {
        await sendMail(mail, { tenant, fromName: mailSenderName(tenant), signal });
      } catch (refusal) {
        if (refusal instanceof MailboxRefused) throw new Refused(refusal.message);
        throw refusal;
      }
    };
  },
  async refused(scope, { memberId }, said) {
    const reader = memberId === null ? null : await readMember(scope, memberId);
    if (!reader) return;
    const source = await mailProviderNameOf(scope.tenant);
    await suppress(scope, { address: reader.email, reason: "bounce", detail: said, source });
  },
};

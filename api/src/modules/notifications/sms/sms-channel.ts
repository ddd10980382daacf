import { NumberRefused } from "../../../platform/providers/sms/port.ts";
import { sendsTexts, sendText } from "../../../platform/providers/sms/for-tenant.ts";
import { readMember } from "../../identity/index.ts";
import { localeFor, productName, siteOf } from "../../tenancy/index.ts";
import { Refused, type SendingChannel } from "../deliveries/channel.ts";
import { NotificationRhythm } from "../models/notification-rhythm.ts";
import { noticeCalled } from "../notices/all-notices.ts";
import { readRhythm } from "../preferences/rhythm.ts";

// Two parts of a message in the alphabets beyond Latin: 67 letters each.
const longest = 134;

/** Text messages to the number a member has shown to be theirs. */
export const smsChannel: SendingChannel = {
  async write(scope, { id, name, memberId, fact }) {
    const { tenant } = scope;
    const reader = memberId === null ? null : await readMember(scope, memberId);
    const notice = noticeCalled(name);
    if (!notice || reader?.status !== "active" || !(await sendsTexts(scope))) return "dropped";
    const { phone } = await readRhythm(scope, reader.id);
    const locale = localeFor(tenant, reader.locale);
    const written = phone === null ? null : await notice.write(scope, fact, { reader, locale });
    if (phone === null || !written) return "dropped";
    const text = messageOf(productName(tenant), written.words.subject, siteOf(tenant).siteUrl);
    return async ({ signal }) => {
      try {
        await sendText({ to: phone, text, key: id }, { tenant, signal });
      } catch (refusal) {
        if (refusal instanceof NumberRefused) throw new Refused(refusal.message);
        throw refusal;
      }
    };
  },
  async refused(scope, { memberId }) {
    // The number is wrong, or its owner wants no messages: neither changes by sending more.
    await scope.query(NotificationRhythm).where({ memberId }).patch({ phone: null, phoneVerifiedAt: null });
  },
};

/** Who writes, what is new, and where to read on as far as it fits. */
function messageOf(site: string, subject: string, url: string | null): string {
  const text = `${site}: ${subject}`;
  const whole = url === null ? text : `${text} ${url}`;
  if (whole.length <= longest) return whole;
  return text.length <= longest ? text : `${text.slice(0, longest - 1)}…`;
}

import { wallClock } from "../../../platform/clock.ts";
import { type Job, threePartJob } from "../../../platform/jobs/job.ts";
import { sendsTexts, sendText } from "../../../platform/providers/sms/for-tenant.ts";
import { NumberRefused, type TextMessage } from "../../../platform/providers/sms/port.ts";
import { type Tenant } from "../../../platform/scope/tenant.ts";
import { open } from "../../../platform/secrets.ts";
import { localeFor, productName, type siteLocales } from "../../tenancy/index.ts";
import { phoneCodeFact } from "../events.ts";
import { PhoneCode } from "../models/phone-code.ts";
import { phoneCodeBinding } from "./phone-codes.ts";

interface PreparedText {
  readonly tenant: Tenant;
  readonly message: TextMessage;
  readonly codeId: string;
}

const words: Readonly<Record<(typeof siteLocales)[number], (site: string, code: string) => string>> = {
  en: (site, code) => `${code} is your code for ${site}. It works for 10 minutes. Tell it to nobody.`,
  "zh-CN": (site, code) => `${site} 验证码：${code}，10 分钟内有效。请勿告诉他人。`,
  ar: (site, code) => `${code} هو رمزك في ${site}. يعمل 10 دقائق. لا تخبر به أحدا.`,
};

// Two parts of a message in the alphabets beyond Latin leave so much for the site's name.
const longestName = 60;

/** Sends a code to the number that is to be shown to be somebody's. */
export const sendPhoneCode: Job = threePartJob({
  name: "notifications.send_phone_code",
  isUrgent: true,
  payload: phoneCodeFact,
  on: ["phone_code.requested"],
  attempts: 5,
  async prepare(scope, { codeId }): Promise<PreparedText | null> {
    const { tenant } = scope;
    const row = await scope.query(PhoneCode).findOne({ id: codeId });
    if (!row?.sealedCode || row.endedAt || row.expiresAt <= wallClock()) return null;
    if (!(await sendsTexts(scope))) return null;
    const code = open(row.sealedCode, phoneCodeBinding(tenant.id, codeId));
    const text = words[localeFor(tenant, row.locale)](productName(tenant).slice(0, longestName), code);
    return { tenant, codeId, message: { to: row.phone, text, key: `notifications.phone_code ${codeId}` } };
  },
  async call({ tenant, message }, { signal }): Promise<boolean> {
    try {
      await sendText(message, { tenant, signal });
      return true;
    } catch (refusal) {
      if (refusal instanceof NumberRefused) return false;
      throw refusal;
    }
  },
  async finish(scope, { codeId }, isTaken) {
    await scope
      .query(PhoneCode)
      .where({ id: codeId })
      .patch({ sealedCode: null, ...(!isTaken && { endedAt: wallClock() }) });
  },
});

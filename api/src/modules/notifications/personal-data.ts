import { type PersonalData } from "../../platform/module.ts";
import { forgetCapturedMessages } from "../../platform/providers/captured-messages.ts";
import { readMember } from "../identity/index.ts";
import { MailSuppression } from "./models/mail-suppression.ts";
import { NotificationDelivery } from "./models/notification-delivery.ts";
import { NotificationPreference } from "./models/notification-preference.ts";
import { NotificationRhythm } from "./models/notification-rhythm.ts";
import { Notification } from "./models/notification.ts";
import { PhoneCode } from "./models/phone-code.ts";
import { PushSubscription } from "./models/push-subscription.ts";
import { readRhythm } from "./preferences/rhythm.ts";

/** What notifications hold about a member: news, choices, browsers and the log of what was sent. */
export const personalData: PersonalData = {
  async export(scope, memberId) {
    const news = await scope.read`
      select name, category, title, body, read_at, created_at from ${Notification} n where member_id = ${memberId}`;
    const preferences = await scope.read`
      select category, channel, is_on from ${NotificationPreference} p where member_id = ${memberId}`;
    const rhythms = await scope.read`
      select digest, quiet_from, quiet_until, phone, phone_verified_at from ${NotificationRhythm} r where member_id = ${memberId}`;
    const phoneCodes = await scope.read`
      select phone, requested_at, ended_at from ${PhoneCode} c where member_id = ${memberId}`;
    const browsers = await scope.read`
      select device, endpoint, created_at from ${PushSubscription} s where member_id = ${memberId}`;
    const deliveries = await scope.read`
      select channel, name, state, queued_at, ended_at from ${NotificationDelivery} d where member_id = ${memberId}`;
    return { news, preferences, rhythms, phoneCodes, browsers, deliveries };
  },
  async erase(scope, memberId) {
    const { phone } = await readRhythm(scope, memberId);
    const codes = await scope.query(PhoneCode).where({ memberId });
    const browsers = await scope.query(PushSubscription).where({ memberId });
    await forgetCapturedMessages(scope, {
      to: [
        ...browsers.map(({ endpoint }) => endpoint),
        ...codes.map((code) => code.phone),
        ...(phone === null ? [] : [phone]),
      ],
    });
    const reader = await readMember(scope, memberId);
    if (reader) await scope.query(MailSuppression).where({ address: reader.email.toLowerCase() }).delete();
    await scope.query(Notification).where({ memberId }).delete();
    await scope.query(NotificationPreference).where({ memberId }).delete();
    await scope.query(NotificationRhythm).where({ memberId }).delete();
    await scope.query(PhoneCode).where({ memberId }).delete();
    await scope.query(PushSubscription).where({ memberId }).delete();
    await scope.query(NotificationDelivery).where({ memberId }).delete();
  },
  blockers: async () => [],
  retentionDays: { notifications: 30, notificationDeliveries: 30 },
};

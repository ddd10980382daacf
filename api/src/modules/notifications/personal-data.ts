import { type PersonalData } from "../../platform/module.ts";
import { NotificationMail } from "./models/notification-mail.ts";
import { NotificationPreference } from "./models/notification-preference.ts";
import { Notification } from "./models/notification.ts";

/** What notifications hold about a member: news, choices and the log of mails. */
export const personalData: PersonalData = {
  async export(scope, memberId) {
    const news = await scope.read`
      select name, category, title, body, read_at, created_at from ${Notification} n where member_id = ${memberId}`;
    const preferences = await scope.read`
      select category, channel, is_on from ${NotificationPreference} p where member_id = ${memberId}`;
    const mails = await scope.read`
      select name, state, queued_at, ended_at from ${NotificationMail} m where member_id = ${memberId}`;
    return { news, preferences, mails };
  },
  async erase(scope, memberId) {
    await scope.query(Notification).where({ memberId }).delete();
    await scope.query(NotificationPreference).where({ memberId }).delete();
    await scope.query(NotificationMail).where({ memberId }).delete();
  },
  blockers: async () => [],
  retentionDays: { notifications: 30, notificationMails: 30 },
};

import { type Module } from "../../platform/module.ts";
import { notificationErrors } from "./errors.ts";
import { notificationEvents } from "./events.ts";
import { forget } from "./forget.ts";
import { notificationRoutes } from "./http.ts";
import { countUnread } from "./inbox/count-unread.ts";
import { postNewsJobs } from "./chat/post-news.ts";
import { deliver } from "./deliveries/deliver.ts";
import { release } from "./deliveries/release.ts";
import { fieldSentences } from "./field-sentences.ts";
import { notifyJobs } from "./notify.ts";
import { personalData } from "./personal-data.ts";
import { endPushes } from "./push/end-pushes.ts";
import { sendPhoneCode } from "./phone/send-phone-code.ts";
import { notificationSettings } from "./settings.ts";

export const notificationsModule: Module = {
  name: "notifications",
  settings: notificationSettings,
  permissions: {
    "notifications.view": "See what the site sends, how it fared and how it looks",
    "notifications.manage": "Send again what has failed, and let addresses get mails again",
  },
  errors: notificationErrors,
  fieldSentences,
  events: notificationEvents,
  jobs: [...notifyJobs, ...postNewsJobs, deliver, endPushes, sendPhoneCode],
  timers: [forget, release],
  flows: [],
  http: notificationRoutes,
  files: [],
  search: [],
  reportables: [],
  conversationContexts: [],
  metrics: [],
  personalData,
  // Only members get news.
  claim: null,
  counts: { unreadNotifications: { module: "core", read: countUnread } },
  admin: [],
  demo: null,
};

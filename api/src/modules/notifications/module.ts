import { type Module } from "../../platform/module.ts";
import { notificationErrors } from "./errors.ts";
import { notificationEvents } from "./events.ts";
import { forget } from "./forget.ts";
import { notificationRoutes } from "./http.ts";
import { sendQueuedMail } from "./mails/send-mail.ts";
import { notifyJobs } from "./notify.ts";
import { personalData } from "./personal-data.ts";
import { notificationSettings } from "./settings.ts";

export const notificationsModule: Module = {
  name: "notifications",
  settings: notificationSettings,
  permissions: {
    "notifications.view": "See the site's mails, how they fared and how they look",
    "notifications.manage": "Send mails that have failed again",
  },
  errors: notificationErrors,
  events: notificationEvents,
  jobs: [...notifyJobs, sendQueuedMail],
  timers: [forget],
  flows: [],
  http: notificationRoutes,
  files: [],
  search: [],
  reportables: [],
  conversationContexts: [],
  // What this module tells needs the words of every language, which stand beside it in `notices/`.
  notifications: [],
  metrics: [],
  personalData,
  // Only members get news.
  claim: null,
  admin: [],
  demo: null,
};

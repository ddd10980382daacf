import { type Access, procedure, router } from "../../platform/rpc/procedure.ts";
import { deleteNotification } from "./inbox/delete-notification.ts";
import { listNotifications } from "./inbox/list-notifications.ts";
import { markRead } from "./inbox/mark-read.ts";
import { listMails } from "./mails/list-mails.ts";
import { listTemplates } from "./mails/list-templates.ts";
import { previewTemplate } from "./mails/preview-template.ts";
import { retryMail } from "./mails/retry-mail.ts";
import { getPreferences } from "./preferences/get-preferences.ts";
import { updatePreferences } from "./preferences/update-preferences.ts";

const members: Access = { audience: "member", module: "core" };
const office = (permission: string): Access => ({
  audience: ["staff", "server"],
  module: "core",
  permission,
});

export const notificationsRouter = router({
  listNotifications: procedure(members).query(listNotifications),
  markRead: procedure(members).mutation(markRead),
  deleteNotification: procedure(members).mutation(deleteNotification),
  getPreferences: procedure(members).query(getPreferences),
  updatePreferences: procedure(members).mutation(updatePreferences),
  listTemplates: procedure(office("notifications.view")).query(listTemplates),
  previewTemplate: procedure(office("notifications.view")).query(previewTemplate),
  listMails: procedure(office("notifications.view")).query(listMails),
  retryMail: procedure(office("notifications.manage")).mutation(retryMail),
});

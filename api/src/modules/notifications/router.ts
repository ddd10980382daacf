import { type Access, procedure, router } from "../../platform/rpc/procedure.ts";
import { deleteNotification } from "./inbox/delete-notification.ts";
import { listNotifications } from "./inbox/list-notifications.ts";
import { markRead } from "./inbox/mark-read.ts";
import { listDeliveries } from "./deliveries/list-deliveries.ts";
import { retryDelivery } from "./deliveries/retry-delivery.ts";
import { listTemplates } from "./mails/list-templates.ts";
import { previewTemplate } from "./mails/preview-template.ts";
import { getPreferences } from "./preferences/get-preferences.ts";
import { updatePreferences } from "./preferences/update-preferences.ts";
import { removePhone } from "./phone/remove-phone.ts";
import { requestPhoneCode } from "./phone/request-phone-code.ts";
import { verifyPhone } from "./phone/verify-phone.ts";
import { addPushSubscription } from "./push/add-push-subscription.ts";
import { listPushSubscriptions } from "./push/list-push-subscriptions.ts";
import { preparePush } from "./push/prepare-push.ts";
import { removePushSubscription } from "./push/remove-push-subscription.ts";
import { testPush } from "./push/test-push.ts";
import { checkSender } from "./sender/check-sender.ts";
import { deleteSuppression } from "./suppressions/delete-suppression.ts";
import { listSuppressions } from "./suppressions/list-suppressions.ts";

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
  requestPhoneCode: procedure(members).mutation(requestPhoneCode),
  verifyPhone: procedure(members).threePart(verifyPhone),
  removePhone: procedure(members).mutation(removePhone),
  preparePush: procedure(members).mutation(preparePush),
  listPushSubscriptions: procedure(members).query(listPushSubscriptions),
  addPushSubscription: procedure(members).mutation(addPushSubscription),
  removePushSubscription: procedure(members).mutation(removePushSubscription),
  testPush: procedure(members).mutation(testPush),
  listTemplates: procedure(office("notifications.view")).query(listTemplates),
  previewTemplate: procedure(office("notifications.view")).query(previewTemplate),
  listDeliveries: procedure(office("notifications.view")).query(listDeliveries),
  retryDelivery: procedure(office("notifications.manage")).mutation(retryDelivery),
  checkSender: procedure(office("notifications.view")).threePart(checkSender),
  listSuppressions: procedure(office("notifications.view")).query(listSuppressions),
  deleteSuppression: procedure(office("notifications.manage")).mutation(deleteSuppression),
});

import { type Translation } from "../base/texts.ts";
import { type NotificationsTexts } from "./notifications.texts.ts";

export const texts: Translation<NotificationsTexts> = {
  title: "الإشعارات",
  titleUnread: "الإشعارات، غير المقروءة: {count}",
  signIn: "سجّل الدخول لعرض إشعاراتك.",
  showNotifications: "عرض إشعاراتي",
  show: "عرض",
  all: "الكل",
  unread: "غير المقروءة",
  nothing: "ليست لديك إشعارات.",
  nothingHere: "لا يوجد شيء من هذا النوع.",
  markAll: "تعليم الكل كمقروء",
  allRead: "تم تعليم الكل كمقروء.",
  remove: "حذف: {title}",
  removed: "تم حذف الإشعار.",
  arrived: "جديد: {title}",
  more: "عرض المزيد",
  settings: "الإعدادات",
  back: "العودة إلى الإشعارات",
};

import { type Translation } from "../base/texts.ts";
import { type NotificationsTexts } from "./notifications.texts.ts";

export const texts: Translation<NotificationsTexts> = {
  title: "通知",
  titleUnread: "通知，{count} 条未读",
  signIn: "登录后即可查看您的通知。",
  showNotifications: "查看我的通知",
  show: "显示",
  all: "全部",
  unread: "未读",
  nothing: "您没有通知。",
  nothingHere: "没有此类通知。",
  markAll: "全部标为已读",
  allRead: "已全部标为已读。",
  remove: "删除：{title}",
  removed: "通知已删除。",
  arrived: "新通知：{title}",
  more: "显示更多",
  settings: "设置",
  back: "返回通知",
};

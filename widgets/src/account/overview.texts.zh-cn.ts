import { type Translation } from "../base/texts.ts";
import { type OverviewTexts } from "./overview.texts.ts";

export const texts: Translation<OverviewTexts> = {
  upcomingBookings: { other: "{count} 个即将进行的会话" },
  openOrders: { other: "{count} 个进行中的订单" },
  unreadNotifications: { other: "{count} 条未读通知" },
  pendingReviews: { other: "{count} 条待写评价" },
  nothing: "没有待处理的事项。",
  prove: "请确认您的邮箱：打开我们发送至 {email} 的链接。",
  resend: "重新发送链接",
  resent: "链接已重新发送。新旧邮件中的链接均有效。",
};

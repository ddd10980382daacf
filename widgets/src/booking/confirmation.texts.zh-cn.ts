import { type Translation } from "../base/texts.ts";
import { type ConfirmationTexts } from "./confirmation.texts.ts";

export const texts: Translation<ConfirmationTexts> = {
  booked: "预约成功",
  mailed: "详情已发送至 {email}。",
  over: "本次会话已结束。",
  cancelled: "本次会话已取消。",
  refunded: "将向您退还 {amount}。",
  join: "进入会议",
  joinLater: "会议在开始前 15 分钟开放，链接也在您的邮件中。",
  addToCalendar: "添加到日历",
  cancel: "取消会话",
  again: "预约其他时间",
};

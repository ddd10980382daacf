import { type Translation } from "../../base/texts.ts";
import { type NewsKindTexts } from "./news-kinds.texts.ts";

export const texts: Translation<NewsKindTexts> = {
  sessions: "会话",
  reminders: "提醒",
  matching: "匹配",
  messaging: "消息",
  orders: "订单与付款",
  credits: "积分",
  reviews: "评价",
  system: "网站公告",
  security: "安全",
};

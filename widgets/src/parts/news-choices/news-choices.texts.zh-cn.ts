import { type Translation } from "../../base/texts.ts";
import { type NewsChoicesTexts } from "./news-choices.texts.ts";

export const texts: Translation<NewsChoicesTexts> = {
  intro: "选择接收哪些通知以及接收方式。",
  kind: "通知类型",
  inApp: "站内",
  email: "邮件",
  push: "推送",
  sms: "短信",
  alwaysOn: "始终开启：用于保护您的账户。",
  saved: "已保存。",
};

import { type Translation } from "../base/texts.ts";
import { type OwnSanctionsTexts } from "./own-sanctions.texts.ts";

export const texts: Translation<OwnSanctionsTexts> = {
  title: "来自站点团队",
  warning: "您在 {date} 收到警告。",
  suspension: "您的账户被暂停至 {until}。",
  ban: "您在 {date} 被封禁。",
  appeal: "申诉",
  appealLabel: "您为何有不同看法？",
  appealHint: "由团队的另一位成员审阅，仅限一次，结果会通过邮件告知。",
  appealMissing: "请写明您的理由。",
  send: "提交申诉",
  cancel: "取消",
  sent: "申诉已提交。",
  waiting: "您已于 {date} 申诉，团队尚未作出决定。",
  upheld: "团队维持原决定：{reason}",
};

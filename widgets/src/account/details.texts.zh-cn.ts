import { type Translation } from "../base/texts.ts";
import { type DetailsTexts } from "./details.texts.ts";

export const texts: Translation<DetailsTexts> = {
  name: "姓名",
  nameMissing: "请填写姓名。",
  email: "邮箱",
  emailConfirmed: "已确认",
  emailUnconfirmed: "尚未确认",
  language: "邮件语言",
  timeZone: "邮件时区",
  currency: "您习惯的货币",
  currencyHint: "价格仍以出售时的货币显示。",
  siteDefault: "与网站一致：{value}",
  visible: "在本站展示我的资料",
  visibleHint: "隐藏后，您的资料不会出现在列表中，也无法预约；已约定的会话不受影响。",
  history: "保留我的搜索记录",
  historyHint: "用于再次显示您的搜索，并推荐与您看过的相似的服务。",
  roles: "您的身份",
  addRole: "添加“{role}”",
  askRole: "申请成为“{role}”",
  pendingRole: "{role}：审核中",
  pendingHint: "团队正在审核您的申请。在此之前，您可以填写资料并设置时间，但别人看不到您，也无法预约。",
  roleAsked: "您的申请已发送。",
  save: "保存",
  saved: "您的资料已保存。",
};

import { type Translation } from "../base/texts.ts";
import { type AccountTexts } from "./account.texts.ts";

export const texts: Translation<AccountTexts> = {
  account: "您的账户",
  signIn: "登录",
  signInFirst: "请先登录以查看此内容。",
  usePassword: "使用密码登录",
  useCode: "改用验证码登录",
  join: "创建账户",
  haveAccount: "我已有账户",
  signOut: "退出登录",
  signedOut: "您已在所有标签页退出登录。",
  overview: "概览",
  details: "资料",
  security: "安全",
  news: "通知",
  blocked: "已拉黑的人",
  verified: "您的邮箱已确认。",
  verifying: "正在确认您的邮箱。",
  passwordSet: "新密码已设置，请用它登录。",
};

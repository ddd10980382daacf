import { type Translation } from "../base/texts.ts";
import { type ProfileTexts } from "./profile.texts.ts";

export const texts: Translation<ProfileTexts> = {
  profile: "您的个人资料",
  signInToProfile: "登录后即可查看和修改您的个人资料。",
  showProfile: "查看我的资料",
  application: "在本站提供服务",
  signInToApply: "请先登录，以便团队知道是谁在申请。",
  goOnToApply: "继续",
};

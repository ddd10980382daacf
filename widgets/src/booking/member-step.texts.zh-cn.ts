import { type Translation } from "../base/texts.ts";
import { type MemberStepTexts } from "./member-step.texts.ts";

export const texts: Translation<MemberStepTexts> = {
  bookingAs: "您正以 {name}（{email}）的身份预约。",
  notYou: "这不是我",
  have: "您有 {amount}。",
  getCredits: "获取积分",
};

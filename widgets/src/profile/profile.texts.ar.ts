import { type Translation } from "../base/texts.ts";
import { type ProfileTexts } from "./profile.texts.ts";

export const texts: Translation<ProfileTexts> = {
  profile: "ملفك الشخصي",
  signInToProfile: "سجّل الدخول لعرض ملفك الشخصي وتعديله.",
  showProfile: "عرض ملفي الشخصي",
  application: "قدّم خدماتك هنا",
  signInToApply: "سجّل الدخول أولًا ليعرف الفريق صاحب الطلب.",
  goOnToApply: "متابعة",
};

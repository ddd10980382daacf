import { type Translation } from "../base/texts.ts";
import { type AccountTexts } from "./account.texts.ts";

export const texts: Translation<AccountTexts> = {
  account: "حسابك",
  signIn: "تسجيل الدخول",
  signInFirst: "سجّل الدخول لرؤية هذا المحتوى.",
  usePassword: "استخدام كلمة مرور",
  useCode: "استخدام رمز بدلًا من كلمة المرور",
  join: "إنشاء حساب",
  haveAccount: "لديّ حساب",
  signOut: "تسجيل الخروج",
  signedOut: "سجّلت الخروج في كل علامات التبويب.",
  overview: "نظرة عامة",
  details: "البيانات",
  security: "الأمان",
  news: "الإشعارات",
  blocked: "المحظورون",
  verified: "تم تأكيد بريدك الإلكتروني.",
  verifying: "يجري تأكيد بريدك الإلكتروني.",
  passwordSet: "عُيّنت كلمة المرور الجديدة. سجّل الدخول بها.",
};

import { type Translation } from "../base/texts.ts";
import { type DoorTexts } from "./door.texts.ts";

export const texts: Translation<DoorTexts> = {
  password: "كلمة المرور",
  email: "البريد الإلكتروني",
  name: "الاسم",
  signIn: "تسجيل الدخول",
  signInTitle: "تسجيل الدخول بكلمة المرور",
  joinTitle: "إنشاء حساب",
  join: "إنشاء الحساب",
  forgotten: "نسيت كلمة المرور؟",
  forgottenTitle: "تعيين كلمة مرور جديدة",
  forgottenHint: "إذا كان العنوان يخص حسابًا فسيصل رابط بالبريد يعمل لمدة ساعة.",
  sendLink: "إرسال الرابط",
  linkSent: "إذا كان {email} يخص حسابًا فالرابط في طريقه إليك. تحقّق من مجلد الرسائل غير المرغوبة أيضًا.",
  newPassword: "كلمة المرور الجديدة",
  passwordHint: "8 أحرف على الأقل.",
  setPassword: "تعيين كلمة المرور",
  setPasswordHint: "سيؤدي تعيينها إلى تسجيل خروجك من كل الأجهزة.",
  nameMissing: "اكتب اسمك.",
  emailWrong: "اكتب عنوانًا كاملًا مثل name@example.com.",
  passwordMissing: "اكتب كلمة المرور.",
  passwordShort: "اكتب 8 أحرف على الأقل.",
  roleMissing: "اختر واحدًا على الأقل.",
  rolesLegend: "بأي صفة تنضم؟",
  back: "العودة إلى تسجيل الدخول",
};

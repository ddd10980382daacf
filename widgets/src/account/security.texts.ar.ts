import { type Translation } from "../base/texts.ts";
import { type SecurityTexts } from "./security.texts.ts";

export const texts: Translation<SecurityTexts> = {
  passwordTitle: "كلمة المرور",
  noPassword: "تسجّل الدخول برموز من البريد. يمكنك أيضًا تعيين كلمة مرور بعد تسجيل الدخول بوقت قصير.",
  currentPassword: "كلمة المرور الحالية",
  newPassword: "كلمة المرور الجديدة",
  passwordHint: "8 أحرف على الأقل. يؤدي تغييرها إلى تسجيل خروجك من الأجهزة الأخرى.",
  passwordMissing: "اكتب كلمة المرور الحالية.",
  passwordShort: "اكتب 8 أحرف على الأقل.",
  changePassword: "تغيير كلمة المرور",
  setPassword: "تعيين كلمة المرور",
  passwordChanged: "تغيّرت كلمة المرور. سُجّل الخروج من كل الأجهزة الأخرى.",
  devices: "أين سجّلت الدخول",
  thisDevice: "هذا الجهاز",
  device: "{browser} على {system}",
  unknownDevice: "جهاز غير معروف",
  seen: "آخر استخدام {time}",
  end: "تسجيل الخروج",
  endOthers: "تسجيل الخروج من كل الأجهزة الأخرى",
  ended: "سُجّل الخروج من ذلك الجهاز.",
  othersEnded: "أنت مسجّل الدخول هنا فقط الآن.",
  more: "عرض المزيد",
};

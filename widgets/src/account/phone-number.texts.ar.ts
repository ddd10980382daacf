import { type Translation } from "../base/texts.ts";
import { type PhoneTexts } from "./phone-number.texts.ts";

export const texts: Translation<PhoneTexts> = {
  title: "الرسائل النصية",
  goesTo: "تُرسل الرسائل النصية إلى",
  kept: "رقمك هنا هو",
  noTexts: "لا يرسل هذا الموقع رسائل نصية حاليًا.",
  change: "تغيير الرقم",
  remove: "إزالة الرقم",
  keep: "إبقاء الرقم كما هو",
  phone: "رقم الهاتف",
  phoneHint: "مع رمز البلد، مثل \u2066+49 151 12345678\u2069. يصلك رمز عليه.",
  phoneWrong: "اكتب الرقم مع رمز البلد، مثل \u2066+49 151 12345678\u2069.",
  sendCode: "إرسال الرمز",
  code: "الرمز المرسل في رسالة نصية",
  codeSent: "أرسلنا رمزًا من ستة أرقام إلى {phone}.",
  codeWrong: "اكتب الأرقام الستة الواردة في الرسالة النصية.",
  confirm: "تأكيد الرقم",
  sendAgain: "إرسال رمز جديد",
  sendAgainIn: "إرسال رمز جديد بعد {seconds} ثانية",
  other: "استخدام رقم آخر",
  confirmed: "تأكّد الرقم. اختر أعلاه الأخبار التي تصلك عليه.",
  removed: "أُزيل الرقم.",
};

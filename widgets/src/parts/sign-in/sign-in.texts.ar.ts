import { type Translation } from "../../base/texts.ts";
import { type SignInTexts } from "./sign-in.texts.ts";

export const texts: Translation<SignInTexts> = {
  name: "الاسم",
  email: "البريد الإلكتروني",
  emailHint: "سنرسل رمزًا إلى هذا العنوان. لا حاجة إلى كلمة مرور.",
  nameMissing: "اكتب اسمك.",
  emailWrong: "اكتب عنوانًا كاملًا، مثل name@example.com.",
  sendCode: "إرسال الرمز",
  code: "الرمز المرسل بالبريد",
  codeSent: "أرسلنا رمزًا من ستة أرقام إلى {email}. تحقّق من مجلد الرسائل غير المرغوب فيها أيضًا.",
  codeWrong: "اكتب الأرقام الستة الواردة في الرسالة.",
  otherEmail: "استخدام عنوان آخر",
  sendAgain: "إرسال رمز جديد",
  sendAgainIn: "إرسال رمز جديد بعد {seconds} ثانية",
};

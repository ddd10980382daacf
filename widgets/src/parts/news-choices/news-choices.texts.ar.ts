import { type Translation } from "../../base/texts.ts";
import { type NewsChoicesTexts } from "./news-choices.texts.ts";

export const texts: Translation<NewsChoicesTexts> = {
  intro: "اختر الأخبار التي تصلك وأين تصلك.",
  kind: "نوع الخبر",
  inApp: "في الموقع",
  email: "بالبريد",
  push: "إشعار المتصفح",
  sms: "برسالة نصية",
  alwaysOn: "مفعّلة دائمًا لأنها تحمي حسابك.",
  saved: "تم الحفظ.",
};

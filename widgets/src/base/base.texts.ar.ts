import { type BaseTexts } from "./base.texts.ts";
import { type Translation } from "./texts.ts";

export const texts: Translation<BaseTexts> = {
  loading: "جارٍ التحميل",
  slow: "يستغرق هذا وقتًا أطول من المعتاد. يُرجى الانتظار قليلًا.",
  retry: "إعادة المحاولة",
  offline: "انقطع الاتصال. سيتواصل العمل تلقائيًا عند عودة الاتصال.",
  unlicensed: "هذه الخدمة غير متاحة على هذا الموقع حاليًا.",
  requestId: "إذا طلبت المساعدة، فاذكر هذا الرقم: {id}",
  testMode: "وضع الاختبار: لا تُحوَّل أموال حقيقية.",
  poweredBy: "بدعم من {name}",
  inCredits: {
    zero: "لا نقاط",
    one: "نقطة واحدة",
    two: "نقطتان",
    few: "{count} نقاط",
    many: "{count} نقطة",
    other: "{count} نقطة",
  },
};

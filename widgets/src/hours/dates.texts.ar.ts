import { type Translation } from "../base/texts.ts";
import { type DatesTexts } from "./dates.texts.ts";

export const texts: Translation<DatesTexts> = {
  intro: "امنح يومًا بعينه أوقاتًا غير المعتادة أو لا شيء.",
  none: "لا يوم له أوقات خاصة.",
  date: "اليوم",
  off: "يوم عطلة",
  add: "إضافة وقت",
  save: "حفظ هذا اليوم",
  remove: "العودة إلى أوقات الأسبوع",
  dateMissing: "اختر يومًا ابتداءً من اليوم.",
  hoursMissing: "اكتب أوقاته أو اختر يوم عطلة.",
  saved: "حُفظ اليوم.",
  removed: "عادت لليوم أوقاته الأسبوعية.",
  more: "عرض المزيد",
};

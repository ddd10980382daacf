import { type Translation } from "../base/texts.ts";
import { type PickersTexts } from "./pickers.texts.ts";

export const texts: Translation<PickersTexts> = {
  amount: "المبلغ",
  currency: "العملة",
  morning: "صباحًا",
  afternoon: "بعد الظهر",
  evening: "مساءً",
  everyDay: "كل يوم",
  timeOfWeek: "{day}، {part}",
  weekHint: "بتوقيتك المحلي. تنقّل بمفاتيح الأسهم واختر بمفتاح المسافة.",
};

import { type Translation } from "../../base/texts.ts";
import { type RhythmTexts } from "./rhythm.texts.ts";

export const texts: Translation<RhythmTexts> = {
  title: "متى تصل الرسائل",
  digest: "الرسائل",
  off: "كل رسالة فورًا",
  hourly: "مجمّعة مرة كل ساعة",
  daily: "مجمّعة مرة كل صباح",
  weekly: "مجمّعة صباح كل اثنين",
  quietHours: "ساعات الهدوء",
  quiet: "الهدوء في ساعات معيّنة",
  quietHint: "لا يصل فيها إلا العاجل. المنطقة الزمنية: {zone}.",
  from: "من",
  until: "إلى",
  timeMissing: "اختر وقتًا.",
  sameTime: "اختر وقتًا غير وقت البداية.",
  save: "حفظ",
  saved: "تم الحفظ.",
};

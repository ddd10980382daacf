import { type Translation } from "../../base/texts.ts";
import { type NewsKindTexts } from "./news-kinds.texts.ts";

export const texts: Translation<NewsKindTexts> = {
  sessions: "الجلسات",
  reminders: "التذكيرات",
  matching: "المطابقات",
  messaging: "الرسائل",
  orders: "الطلبات والمدفوعات",
  credits: "الرصيد",
  reviews: "التقييمات",
  system: "الموقع نفسه",
  security: "الأمان",
};

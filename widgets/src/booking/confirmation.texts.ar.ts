import { type Translation } from "../base/texts.ts";
import { type ConfirmationTexts } from "./confirmation.texts.ts";

export const texts: Translation<ConfirmationTexts> = {
  booked: "تم حجز جلستك",
  mailed: "أرسلنا التفاصيل إلى {email}.",
  over: "انتهت هذه الجلسة.",
  cancelled: "أُلغيت هذه الجلسة.",
  refunded: "سيُعاد إليك مبلغ {amount}.",
  join: "الانضمام إلى الاجتماع",
  joinLater: "يُفتح الاجتماع قبل البداية بخمس عشرة دقيقة. تجد الرابط في بريدك أيضًا.",
  addToCalendar: "إضافة إلى التقويم",
  cancel: "إلغاء الجلسة",
  again: "حجز وقت آخر",
};

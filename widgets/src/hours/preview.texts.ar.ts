import { type Translation } from "../base/texts.ts";
import { type PreviewTexts } from "./preview.texts.ts";

export const texts: Translation<PreviewTexts> = {
  title: "ما يراه العملاء",
  offer: "الجلسة",
  next: "أقرب المواعيد المتاحة لجلسة «{title}» بتوقيت {zone}:",
  more: "و{count} غيرها",
  noneFree: "لا توجد مواعيد متاحة خلال الأسابيع الأربعة المقبلة.",
  noOffer: "لا تقدّم أي جلسة بعد، فلا شيء للحجز.",
};

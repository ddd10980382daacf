import { type Translation } from "../base/texts.ts";
import { type FeedTexts } from "./feed.texts.ts";

export const texts: Translation<FeedTexts> = {
  intro: "اشترك بهذا العنوان في برنامج التقويم لترى جلساتك فيه.",
  secret: "من يملك العنوان يستطيع قراءة جلساتك لمدة سنة. احتفظ به لنفسك.",
  address: "عنوان تقويمك",
  copy: "نسخ",
  copied: "نُسخ العنوان.",
  selected: "حُدّد العنوان. انسخه بلوحة المفاتيح.",
  open: "فتح في برنامج التقويم",
};

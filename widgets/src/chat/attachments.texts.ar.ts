import { type Translation } from "../base/texts.ts";
import { type AttachmentsTexts } from "./attachments.texts.ts";

export const texts: Translation<AttachmentsTexts> = {
  picture: "الصورة {name}",
  video: "الفيديو {name}",
  cannotPlay: "لا يمكن تشغيله هنا. افتحه وحده.",
  close: "إغلاق",
  original: "فتح في علامة تبويب جديدة",
};

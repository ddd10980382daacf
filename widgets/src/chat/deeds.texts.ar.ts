import { type Translation } from "../base/texts.ts";
import { type DeedsTexts } from "./deeds.texts.ts";

export const texts: Translation<DeedsTexts> = {
  reply: "رد",
  edit: "تعديل",
  remove: "حذف",
  report: "إبلاغ",
  pin: "تثبيت",
  unpin: "إلغاء التثبيت",
  mute: "كتم",
  unmute: "إلغاء الكتم",
  archive: "أرشفة",
  unarchive: "إخراج من الأرشيف",
  people: "الأعضاء",
  leave: "مغادرة المجموعة",
  block: "حظر",
  unblock: "إلغاء الحظر",
  blockedByYou: "لقد حظرت {name}.",
  replying: "الرد على {name}",
  editing: "أنت تعدّل رسالتك.",
  save: "حفظ",
  cancel: "إلغاء",
  removeTitle: "هل تريد حذف هذه الرسالة؟",
  removeSure: "يختفي نصها وملفاتها لدى الجميع، ويبقى ظاهرًا أنها كانت هنا.",
};

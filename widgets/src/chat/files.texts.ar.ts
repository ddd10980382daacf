import { type Translation } from "../base/texts.ts";
import { type FilesTexts } from "./files.texts.ts";

export const texts: Translation<FilesTexts> = {
  files: "ملفات هذه الرسالة",
  hint: "PDF أو Word أو JPEG أو PNG أو MP4 أو ZIP. لا يزيد كل ملف على 10 ميغابايت، ولا تزيد الملفات على 10 في الرسالة.",
  choose: "اختيار ملفات",
  tooLarge: "أكبر من 10 ميغابايت.",
  wrongKind: "ليس من أنواع الملفات التي يمكن إرسالها.",
  tooMany: "أكثر من 10 ملفات. أرسله مع رسالة أخرى.",
  waiting: "ينتظر الملفات الأخرى",
  sending: "رُفع {percent}%",
  ready: "جاهز للإرسال",
  readyAloud: "{name} جاهز للإرسال.",
  refusedAloud: "تعذّر إرسال {name}.",
  again: "إعادة المحاولة",
  cancel: "إلغاء",
  remove: "إزالة",
  stillSending: "ما زالت ملفاتك قيد الرفع. أرسل الرسالة عندما تصبح جاهزة.",
  stillFailed: "تعذّر إرسال بعض الملفات. أعد المحاولة أو أزلها.",
};

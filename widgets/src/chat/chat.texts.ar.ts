import { type Translation } from "../base/texts.ts";
import { type ChatTexts } from "./chat.texts.ts";

export const texts: Translation<ChatTexts> = {
  title: "الرسائل",
  back: "العودة إلى المحادثات",
  close: "إغلاق",
  search: "البحث في الرسائل",
  signIn: "سجّل الدخول لقراءة الرسائل وكتابتها.",
  showMessages: "عرض رسائلي",
  none: "ليست لديك رسائل بعد.",
  noneArchived: "لا توجد محادثات مؤرشفة.",
  choose: "اختر محادثة.",
  conversations: "المحادثات",
  archived: "المؤرشفة",
  toActive: "العودة إلى كل المحادثات",
  showMore: "عرض المزيد",
  unread: {
    zero: "لا رسائل غير مقروءة",
    one: "رسالة واحدة غير مقروءة",
    two: "رسالتان غير مقروءتين",
    few: "{count} رسائل غير مقروءة",
    many: "{count} رسالة غير مقروءة",
    other: "{count} رسالة غير مقروءة",
  },
  pinned: "مثبّتة",
  muted: "مكتومة",
  you: "أنت:",
  someFiles: "ملفات",
  somebody: "شخص ما",
  deleted: "حُذفت هذه الرسالة.",
  hidden: "أزال فريق الموقع هذه الرسالة.",
};

import { type Translation } from "../base/texts.ts";
import { type SearchTexts } from "./search.texts.ts";

export const texts: Translation<SearchTexts> = {
  words: "الكلمات المطلوبة",
  inOne: "البحث في المحادثة مع {name}",
  find: "بحث",
  close: "إغلاق البحث",
  none: "لا توجد رسالة تحوي كل هذه الكلمات.",
  found: {
    zero: "لم يُعثر على رسائل",
    one: "عُثر على رسالة واحدة",
    two: "عُثر على رسالتين",
    few: "عُثر على {count} رسائل",
    many: "عُثر على {count} رسالة",
    other: "عُثر على {count} رسالة",
  },
  more: "عرض المزيد",
};

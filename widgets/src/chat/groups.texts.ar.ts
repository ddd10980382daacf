import { type Translation } from "../base/texts.ts";
import { type GroupsTexts } from "./groups.texts.ts";

export const texts: Translation<GroupsTexts> = {
  newTitle: "مجموعة جديدة",
  peopleTitle: "أعضاء {name}",
  name: "اسم المجموعة",
  whom: "من فيها",
  whomToAdd: "من ينضم إليها",
  find: "ابحث عن أشخاص بالاسم",
  search: "بحث",
  nobody: "لا أحد بهذا الاسم. يمكنك إضافة من يعرضهم الموقع ومن بينك وبينهم محادثة.",
  create: "إنشاء المجموعة",
  rename: "حفظ",
  renamed: "اسم المجموعة الآن {name}.",
  add: "إضافة إلى المجموعة",
  added: {
    zero: "لم يُضف أحد.",
    one: "أُضيف شخص واحد.",
    two: "أُضيف شخصان.",
    few: "أُضيف {count} أشخاص.",
    many: "أُضيف {count} شخصًا.",
    other: "أُضيف {count} شخص.",
  },
  remove: "إزالة",
  removed: "أُزيل {name}.",
  you: "أنت",
  keeper: "يدير المجموعة",
  leave: "مغادرة المجموعة",
  leaveSure: "لن تقرأ ما يُكتب بعد الآن، ولا تعود إلا إذا أضافك أحد.",
  leaveKeeper: "يديرها بعدك من انضم أولًا.",
  cancel: "إلغاء",
  close: "إغلاق",
};

import { type Translation } from "../../base/texts.ts";
import { voices } from "../../parts/texts.ts";

const en = {
  title: "Notes",
  lead: "For the team alone. Whoever a note is about gets a copy when they ask for their data.",
  none: "Nothing has been written down.",
  add: "Add a note",
  text: "Note",
  gone: "Somebody who is no longer here",
  remove: "Delete",
  removeTitle: "Delete the note",
  removeLead: "It is gone for good.",
  older: "Show older notes",
} as const;

const zh: Translation<typeof en> = {
  title: "备注",
  lead: "仅团队可见。备注涉及的人索取自己的数据时，会得到一份副本。",
  none: "还没有备注。",
  add: "添加备注",
  text: "备注",
  gone: "已离开的人员",
  remove: "删除",
  removeTitle: "删除备注",
  removeLead: "删除后无法恢复。",
  older: "显示更早的备注",
};

const ar: Translation<typeof en> = {
  title: "ملاحظات",
  lead: "للفريق وحده. من تتحدث عنه ملاحظة يحصل على نسخة منها حين يطلب بياناته.",
  none: "لم تُكتب أي ملاحظة.",
  add: "إضافة ملاحظة",
  text: "الملاحظة",
  gone: "شخص لم يعد هنا",
  remove: "حذف",
  removeTitle: "حذف الملاحظة",
  removeLead: "تُحذف نهائيا.",
  older: "عرض ملاحظات أقدم",
};

/** What the notes say, in the reader's language. */
export const notesVoice = voices<typeof en>({ en, "zh-CN": zh, ar });

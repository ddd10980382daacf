import { type Dictionary, type Language, type Say, type Translation, voiceOf } from "../base/texts.ts";

/** The voice of a section's own texts, which are loaded with the section. */
export const voices =
  <Original extends Dictionary>(texts: Readonly<Record<Language, Translation<Original>>>) =>
  ({ language }: { readonly language: Language }): Say<Original> =>
    voiceOf<Original>(texts[language]);

const en = {
  filter: "Filter",
  filters: "Filters",
  any: "Any",
  loadMore: "Load more",
  emptyFiltered: "Nothing fits these filters.",
  export: "Export as CSV",
  rows: "Shown: {count}",
  cancel: "Cancel",
  done: "Done",
  required: "This is needed.",
  offer: "Session",
  day: "Day",
  timeHere: "Begins, in your time zone",
  noFreeTimes: "The provider has no free time in the coming two months.",
  wrongAmount: "Write an amount between {least} and {most}.",
  working: "Working",
  secretOnce: "Copy this now. It is shown this once and cannot be read again.",
  copy: "Copy",
  copied: "Copied",
  exporting: "Reading all rows for the file: {count}",
  allRows: "All rows shown: {count}",
  from: "From",
  until: "Until",
  nameOrEmail: "Name or e-mail",
} as const;

const zh: Translation<typeof en> = {
  filter: "筛选",
  filters: "筛选条件",
  any: "不限",
  loadMore: "加载更多",
  emptyFiltered: "没有符合条件的内容。",
  export: "导出为 CSV",
  rows: "已显示：{count}",
  cancel: "取消",
  done: "完成",
  required: "此项必填。",
  offer: "课程",
  day: "日期",
  timeHere: "开始时间（按您的时区）",
  noFreeTimes: "服务方未来两个月没有空闲时间。",
  wrongAmount: "请填写介于 {least} 和 {most} 之间的金额。",
  working: "正在处理",
  secretOnce: "请立即复制。它只显示这一次，之后无法再查看。",
  copy: "复制",
  copied: "已复制",
  exporting: "正在读取全部行：{count}",
  allRows: "已显示全部：{count}",
  from: "从",
  until: "到",
  nameOrEmail: "姓名或邮箱",
};

const ar: Translation<typeof en> = {
  filter: "تصفية",
  filters: "عوامل التصفية",
  any: "الكل",
  loadMore: "عرض المزيد",
  emptyFiltered: "لا شيء يطابق عوامل التصفية.",
  export: "تصدير بصيغة CSV",
  rows: "المعروض: {count}",
  cancel: "إلغاء",
  done: "تم",
  required: "هذا الحقل مطلوب.",
  offer: "الجلسة",
  day: "اليوم",
  timeHere: "تبدأ، بتوقيتك",
  noFreeTimes: "لا وقت متاح لدى مقدم الخدمة في الشهرين القادمين.",
  wrongAmount: "اكتب مبلغًا بين {least} و{most}.",
  working: "جارٍ التنفيذ",
  secretOnce: "انسخه الآن، فهو يظهر هذه المرة فقط ولا يمكن الاطلاع عليه لاحقًا.",
  copy: "نسخ",
  copied: "تم النسخ",
  exporting: "تُقرأ كل الصفوف للملف: {count}",
  allRows: "كل الصفوف معروضة: {count}",
  from: "من",
  until: "إلى",
  nameOrEmail: "الاسم أو البريد",
};

/** What tables and dialogs say in every section. */
export const partsVoice = voices<typeof en>({ en, "zh-CN": zh, ar });

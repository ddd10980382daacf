import { type FieldSentences } from "../../platform/field-sentences.ts";

/** What the module says at single fields, by the English sentence that stands at the rule. */
export const fieldSentences: FieldSentences = {
  "Name each hour once, and give no more back for cancelling later.": {
    "zh-CN": "每个小时数只写一次，取消越晚退还不能越多。",
    ar: "اذكر كل ساعة مرة واحدة، ولا تعد أكثر عند الإلغاء المتأخر.",
  },
  "Name the host whose calendar it is.": { "zh-CN": "请指明日历所属的提供者。", ar: "اذكر صاحب التقويم." },
  "Hours end after they start, last a day at most and do not overlap.": {
    "zh-CN": "时段的结束要晚于开始，最长一天，且互不重叠。",
    ar: "تنتهي الساعات بعد بدئها ولا تتجاوز يوما ولا تتداخل.",
  },
  "Hours start between 0:00 and 23:59.": {
    "zh-CN": "时段从 0:00 到 23:59 之间开始。",
    ar: "تبدأ الساعات بين 0:00 و23:59.",
  },
  "Hours end after they start.": { "zh-CN": "时段的结束要晚于开始。", ar: "تنتهي الساعات بعد بدئها." },
  "Hours last 24 hours at most.": { "zh-CN": "时段最长 24 小时。", ar: "لا تتجاوز الساعات 24 ساعة." },
  "Write a weekday from 1 (Monday) to 7 (Sunday).": {
    "zh-CN": "请填写 1（星期一）到 7（星期日）。",
    ar: "اكتب يوما من 1 (الاثنين) إلى 7 (الأحد).",
  },
  "Write a date such as 2026-03-29.": {
    "zh-CN": "请填写日期，例如 2026-03-29。",
    ar: "اكتب تاريخا مثل 2026-03-29.",
  },
  "Write a moment up to 62 days after `from`.": {
    "zh-CN": "请填写 `from` 之后 62 天以内的时刻。",
    ar: "اكتب لحظة لا تتجاوز 62 يوما بعد `from`.",
  },
  "A longer period needs at least the limit of a shorter one.": {
    "zh-CN": "较长期限的上限不能小于较短期限的上限。",
    ar: "يجب ألا يقل حد الفترة الأطول عن حد الأقصر.",
  },
  "Write a moment between 2000 and 2099.": {
    "zh-CN": "请填写 2000 到 2099 年之间的时刻。",
    ar: "اكتب لحظة بين 2000 و2099.",
  },
  "Write a date between 2000 and 2099.": {
    "zh-CN": "请填写 2000 到 2099 年之间的日期。",
    ar: "اكتب تاريخا بين 2000 و2099.",
  },
  "The last date lies before the first.": {
    "zh-CN": "结束日期早于开始日期。",
    ar: "التاريخ الأخير يسبق الأول.",
  },
  "Write a currency as three capital letters, such as EUR, or credits.": {
    "zh-CN": "请用三个大写字母填写货币，例如 EUR，或填写 credits。",
    ar: "اكتب العملة بثلاثة أحرف كبيرة مثل EUR، أو credits للنقاط.",
  },
  "There is no such time zone. Write one such as Europe/Berlin.": {
    "zh-CN": "没有这个时区。请填写例如 Europe/Berlin。",
    ar: "لا توجد منطقة زمنية كهذه. اكتب مثلا Europe/Berlin.",
  },
};

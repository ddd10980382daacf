import { type FieldSentences } from "../../platform/field-sentences.ts";

/** What the module says at single fields, by the English sentence that stands at the rule. */
export const fieldSentences: FieldSentences = {
  "There is no such metric.": { "zh-CN": "没有这项用量指标。", ar: "لا يوجد مقياس كهذا." },
  "A subscription has an end, and a lifetime licence has none.": {
    "zh-CN": "订阅有截止时间，终身许可没有。",
    ar: "للاشتراك نهاية، وليس للترخيص الدائم نهاية.",
  },
  "Choose a moment that lies ahead.": { "zh-CN": "请选择未来的时间。", ar: "اختر وقتا في المستقبل." },
};

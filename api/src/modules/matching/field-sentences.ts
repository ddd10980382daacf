import { type FieldSentences } from "../../platform/field-sentences.ts";

/** What the module says at single fields, by the English sentence that stands at the rule. */
export const fieldSentences: FieldSentences = {
  "This profile has no such factor.": {
    "zh-CN": "此配置没有这个因素。",
    ar: "لا يوجد عامل كهذا في هذا الملف.",
  },
};

import { type FieldSentences } from "../../platform/field-sentences.ts";

/** What the module says at single fields, by the English sentence that stands at the rule. */
export const fieldSentences: FieldSentences = {
  "There is nothing of this kind to search for.": {
    "zh-CN": "没有这一类可搜索的内容。",
    ar: "لا يوجد شيء من هذا النوع للبحث عنه.",
  },
};

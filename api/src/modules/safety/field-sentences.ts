import { type FieldSentences } from "../../platform/field-sentences.ts";

/** What the module says at single fields, by the English sentence that stands at the rule. */
export const fieldSentences: FieldSentences = {
  "A suspension ends at a moment to come; a warning and a ban have no end.": {
    "zh-CN": "暂停须在将来的某一时刻结束；警告和封禁没有结束时间。",
    ar: "ينتهي التعليق في لحظة آتية، أما التحذير والحظر فلا نهاية لهما.",
  },
};

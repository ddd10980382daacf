import { type FieldSentences } from "../../platform/field-sentences.ts";

/** What the module says at single fields, by the English sentence that stands at the rule. */
export const fieldSentences: FieldSentences = {
  "Write a domain such as example.com, in small letters.": {
    "zh-CN": "请用小写字母填写域名，例如 example.com。",
    ar: "اكتب اسم نطاق مثل example.com بأحرف صغيرة.",
  },
  "A suspension ends at a moment to come; a warning and a ban have no end.": {
    "zh-CN": "暂停须在将来的某一时刻结束；警告和封禁没有结束时间。",
    ar: "ينتهي التعليق في لحظة آتية، أما التحذير والحظر فلا نهاية لهما.",
  },
};

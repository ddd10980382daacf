import { type FieldSentences } from "../../platform/field-sentences.ts";

/** What the module says at single fields, by the English sentence that stands at the rule. */
export const fieldSentences: FieldSentences = {
  "Write small letters, digits and hyphens.": {
    "zh-CN": "请使用小写字母、数字和连字符。",
    ar: "اكتب حروفا لاتينية صغيرة وأرقاما وشرطات.",
  },
  "Write a currency such as EUR.": {
    "zh-CN": "请填写货币代码，例如 EUR。",
    ar: "اكتب رمز عملة مثل EUR.",
  },
  "Two packages have the same id.": {
    "zh-CN": "有两个套餐的标识相同。",
    ar: "لحزمتين المعرف نفسه.",
  },
  "Write 3 to 40 letters, digits and hyphens.": {
    "zh-CN": "请填写 3 到 40 个字母、数字或连字符。",
    ar: "اكتب من 3 إلى 40 من الحروف اللاتينية والأرقام والشرطات.",
  },
  "A campaign ends after it begins.": {
    "zh-CN": "活动的结束时间必须晚于开始时间。",
    ar: "تنتهي الحملة بعد بدايتها.",
  },
};

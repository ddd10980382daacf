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
  "A currency is named twice.": {
    "zh-CN": "有一种货币出现了两次。",
    ar: "ذُكرت عملة مرتين.",
  },
  "This is no IBAN: check its digits.": {
    "zh-CN": "这不是有效的 IBAN，请检查各位数字。",
    ar: "هذا ليس رقم IBAN صحيحًا: تحقق من أرقامه.",
  },
  "Write a country such as US.": {
    "zh-CN": "请填写国家代码，例如 US。",
    ar: "اكتب رمز بلد مثل US.",
  },
  "Write the 4 to 34 letters and digits of the account.": {
    "zh-CN": "请填写账号的 4 到 34 位字母和数字。",
    ar: "اكتب أحرف الحساب وأرقامه، من 4 إلى 34.",
  },
  "Write the 4 to 20 letters and digits the bank is known by.": {
    "zh-CN": "请填写银行代码的 4 到 20 位字母和数字。",
    ar: "اكتب رمز البنك، من 4 إلى 20 حرفًا ورقمًا.",
  },
  "Say why: the member reads it.": {
    "zh-CN": "请说明原因，会员会看到。",
    ar: "اذكر السبب: سيقرؤه العضو.",
  },
};

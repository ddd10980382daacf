import { type FieldSentences } from "../../platform/field-sentences.ts";

/** What the module says at single fields, by the English sentence that stands at the rule. */
export const fieldSentences: FieldSentences = {
  "Name the person whose profile it is.": {
    "zh-CN": "请指明个人资料所属的人。",
    ar: "اذكر صاحب الملف الشخصي.",
  },
  "Name a currency: prices in different money have no order.": {
    "zh-CN": "请指定货币：不同货币的价格无法排序。",
    ar: "حدد عملة: لا ترتيب لأسعار بعملات مختلفة.",
  },
  "Write a language as a code such as en.": {
    "zh-CN": "请用代码填写语言，例如 en。",
    ar: "اكتب اللغة برمز مثل en.",
  },
  "Write a country as a code such as DE.": {
    "zh-CN": "请用代码填写国家或地区，例如 DE。",
    ar: "اكتب البلد برمز مثل DE.",
  },
  "Write a link that starts with https://.": {
    "zh-CN": "请填写以 https:// 开头的链接。",
    ar: "اكتب رابطا يبدأ بـ https://.",
  },
  "Every entry may stand once.": { "zh-CN": "每一项只能出现一次。", ar: "لا يتكرر أي عنصر." },
  "Every key may stand once.": { "zh-CN": "每个键只能出现一次。", ar: "لا يتكرر أي مفتاح." },
  "Choose one of the answers shown.": {
    "zh-CN": "请选择所列答案之一。",
    ar: "اختر واحدا من الأجوبة المعروضة.",
  },
  "Write a few words.": { "zh-CN": "请写几句话。", ar: "اكتب بضع كلمات." },
  "Choose at least one.": { "zh-CN": "请至少选择一项。", ar: "اختر واحدا على الأقل." },
  "Choose at least one time.": { "zh-CN": "请至少选择一个时间。", ar: "اختر وقتا واحدا على الأقل." },
  "Write a time zone such as Europe/Berlin.": {
    "zh-CN": "请填写时区，例如 Europe/Berlin。",
    ar: "اكتب منطقة زمنية مثل Europe/Berlin.",
  },
  "Write a key such as goalArea.": {
    "zh-CN": "请填写键名，例如 goalArea。",
    ar: "اكتب مفتاحا مثل goalArea.",
  },
  "The quiz has no such factor.": { "zh-CN": "问卷中没有这个因素。", ar: "لا يوجد عامل كهذا في الاستبيان." },
  "This factor is missing. Answer it.": { "zh-CN": "缺少此因素。请作答。", ar: "هذا العامل ناقص. أجب عنه." },
};

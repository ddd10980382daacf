import { type FieldSentences } from "../../platform/field-sentences.ts";

/** What the module says at single fields, by the English sentence that stands at the rule. */
export const fieldSentences: FieldSentences = {
  "Names of a campaign begin with utm_.": {
    "zh-CN": "推广参数的名称以 utm_ 开头。",
    ar: "تبدأ أسماء الحملة بـ utm_.",
  },
  "Send ten fields at most.": { "zh-CN": "最多发送十个字段。", ar: "أرسل عشرة حقول على الأكثر." },
  "The order's terms decide what goes back.": {
    "zh-CN": "退还多少由订单条款决定。",
    ar: "شروط الطلب هي التي تحدد ما يعاد.",
  },
  "Choose a time that is yet to come.": { "zh-CN": "请选择尚未到来的时间。", ar: "اختر وقتا لم يحن بعد." },
};

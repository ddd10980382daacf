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
  "This order asks no such question.": {
    "zh-CN": "此订单没有这个问题。",
    ar: "لا يتضمن هذا الطلب سؤالا كهذا.",
  },
  "This question was answered before in the list.": {
    "zh-CN": "列表中已经回答过这个问题。",
    ar: "سبقت الإجابة عن هذا السؤال في القائمة.",
  },
  "Choose one of the choices.": { "zh-CN": "请从选项中选择一个。", ar: "اختر أحد الخيارات." },
  "Answer this question in words.": { "zh-CN": "请用文字回答这个问题。", ar: "أجب عن هذا السؤال كتابة." },
  "Answer this question with files.": { "zh-CN": "请用文件回答这个问题。", ar: "أجب عن هذا السؤال بملفات." },
  "Answer every question that has to be answered.": {
    "zh-CN": "请回答所有必答问题。",
    ar: "أجب عن كل سؤال تلزم الإجابة عنه.",
  },
  "Choose a time that is yet to come.": { "zh-CN": "请选择尚未到来的时间。", ar: "اختر وقتا لم يحن بعد." },
};

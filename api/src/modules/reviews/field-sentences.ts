import { type FieldSentences } from "../../platform/field-sentences.ts";

/** What the module says at single fields, by the English sentence that stands at the rule. */
export const fieldSentences: FieldSentences = {
  "Write small letters, digits and underscores.": {
    "zh-CN": "请填写小写字母、数字和下划线。",
    ar: "اكتب حروفا لاتينية صغيرة وأرقاما وشرطات سفلية.",
  },
  "Every name may stand once.": {
    "zh-CN": "每个名称只能出现一次。",
    ar: "يجوز أن يرد كل اسم مرة واحدة.",
  },
  "Name a session or an order, and not both.": {
    "zh-CN": "请指明课程或订单，不能同时指明两者。",
    ar: "اذكر جلسة أو طلبا، وليس كليهما.",
  },
  "Name a person or a gig, and not both.": {
    "zh-CN": "请指明个人或服务，不能同时指明两者。",
    ar: "اذكر شخصا أو خدمة، وليس كليهما.",
  },
  "Give stars or ratings.": { "zh-CN": "请打星或评分。", ar: "امنح نجوما أو تقييمات." },
  "Give this rating too.": { "zh-CN": "请同时给出此项评分。", ar: "امنح هذا التقييم أيضا." },
  "This is not rated here.": { "zh-CN": "此处不对该项评分。", ar: "لا يقيم هذا هنا." },
};

import { type FieldSentences } from "../../platform/field-sentences.ts";

/** What the module says at single fields, by the English sentence that stands at the rule. */
export const fieldSentences: FieldSentences = {
  "Write it on one line.": { "zh-CN": "请写在一行内。", ar: "اكتبه في سطر واحد." },
  "Write an origin such as https://www.example.com, without a path.": {
    "zh-CN": "请填写来源，例如 https://www.example.com，不含路径。",
    ar: "اكتب مصدرا مثل https://www.example.com بلا مسار.",
  },
  "Write a domain such as book.example.com, without https:// and without a path.": {
    "zh-CN": "请填写域名，例如 book.example.com，不含 https:// 和路径。",
    ar: "اكتب نطاقا مثل book.example.com بلا https:// وبلا مسار.",
  },
  "This is Tessera's own domain. Write one of yours.": {
    "zh-CN": "这是 Tessera 自己的域名。请填写您的域名。",
    ar: "هذا نطاق Tessera نفسه. اكتب نطاقا لك.",
  },
  "Write a colour as #rrggbb, in small letters.": {
    "zh-CN": "请用小写字母填写颜色 #rrggbb。",
    ar: "اكتب اللون على شكل #rrggbb بأحرف صغيرة.",
  },
  "There is no module of this name with settings.": {
    "zh-CN": "没有名为此的、带设置的模块。",
    ar: "لا توجد وحدة بهذا الاسم لها إعدادات.",
  },
  "There is no such setting.": { "zh-CN": "没有这项设置。", ar: "لا يوجد إعداد كهذا." },
  "A preview has a publishable key, an offer's id, a language and a scheme in its address.": {
    "zh-CN": "预览地址中须有可公开密钥、服务的 id、语言和配色。",
    ar: "في عنوان المعاينة مفتاح قابل للنشر ومعرف عرض ولغة ونظام ألوان.",
  },
};

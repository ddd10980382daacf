import { type FieldSentences } from "../../platform/field-sentences.ts";

/** What the module says at single fields, by the English sentence that stands at the rule. */
export const fieldSentences: FieldSentences = {
  "Write the selector as the mail provider names it.": {
    "zh-CN": "请按邮件服务商给出的名称填写选择器。",
    ar: "اكتب المحدد كما يسميه مزود البريد.",
  },
  "Write the number with its country code and without spaces, such as +4915112345678.": {
    "zh-CN": "请填写含国家代码、不带空格的号码，例如 +8613800138000。",
    ar: "اكتب الرقم مع رمز البلد وبلا مسافات، مثل +4915112345678.",
  },
  "Quiet hours must end at another time than they begin.": {
    "zh-CN": "免打扰的结束时间不能与开始时间相同。",
    ar: "يجب أن تنتهي ساعات الهدوء في وقت غير وقت بدئها.",
  },
  "Write a time of day from 00:00 to 23:59, such as 22:00.": {
    "zh-CN": "请填写 00:00 到 23:59 的时间，例如 22:00。",
    ar: "اكتب وقتا من 00:00 إلى 23:59 مثل 22:00.",
  },
  "Send it as the browser gives it, as base64url.": {
    "zh-CN": "请按浏览器给出的 base64url 原样发送。",
    ar: "أرسله كما يعطيه المتصفح بترميز base64url.",
  },
  "This is not 65 bytes long.": { "zh-CN": "长度不是 65 字节。", ar: "ليس طوله 65 بايتا." },
  "This is not 16 bytes long.": { "zh-CN": "长度不是 16 字节。", ar: "ليس طوله 16 بايتا." },
  "This is no key of a browser.": { "zh-CN": "这不是浏览器的密钥。", ar: "هذا ليس مفتاح متصفح." },
};

import { type FieldSentences } from "../../platform/field-sentences.ts";

/** What the module says at single fields, by the English sentence that stands at the rule. */
export const fieldSentences: FieldSentences = {
  "Use 1 to 64 letters, digits, - and _.": {
    "zh-CN": "请使用 1 到 64 个字母、数字、- 和 _。",
    ar: "استخدم من 1 إلى 64 حرفا لاتينيا أو رقما أو - أو _.",
  },
  "Answer a message of the same conversation.": {
    "zh-CN": "请回复同一会话中的消息。",
    ar: "أجب عن رسالة من المحادثة نفسها.",
  },
  "Write something, or add a file.": {
    "zh-CN": "请写点内容，或添加一个文件。",
    ar: "اكتب شيئًا أو أضف ملفًا.",
  },
};

import { type z } from "zod";
import { type FieldError } from "./errors.ts";
import { installedModules } from "./installed-modules.ts";
import { wordIssue } from "./issue-wordings.ts";

/** The languages besides English in which the house says what is wrong with a field. */
export type OtherLanguage = "zh-CN" | "ar";

/** One sentence in every language. */
export type Wording = Readonly<Record<"en" | OtherLanguage, string>>;

/** Sentences about fields in the other languages, by the English one that stands at the rule. */
export type FieldSentences = Readonly<Record<string, Readonly<Record<OtherLanguage, string>>>>;

/** Given to a schema's `safeParse`: what the schema itself has no sentence for is said in the house's words. */
export const inHouseWords = { error: (issue: z.core.$ZodRawIssue) => wordIssue(issue).en };

/** The refused fields behind an issue of a schema that was parsed `inHouseWords`. */
export function fieldErrorsOf(issue: z.core.$ZodIssue): FieldError[] {
  const path = issue.path.map((part) => (typeof part === "symbol" ? String(part) : part));
  const wording = wordIssue(issue);
  // Any other sentence is the schema's own and stands in a module's table.
  const words = issue.message === wording.en ? { message: wording.en, wording } : { message: issue.message };
  if (issue.code !== "unrecognized_keys") return [{ path, ...words }];
  return issue.keys.map((key) => ({ path: [...path, key], ...words }));
}

/** The language a caller reads best of those the house speaks, by the tag their browser or page sent. */
export function languageOf(tag: string): "en" | OtherLanguage {
  const [language] = tag.toLowerCase().split("-");
  if (language === "zh") return "zh-CN";
  return language === "ar" ? "ar" : "en";
}

/** The refused fields as a caller reads them. */
export const fieldsIn = (
  language: "en" | OtherLanguage,
  fields: readonly FieldError[],
): Pick<FieldError, "path" | "message">[] =>
  fields.map(({ path, message, wording }) => ({
    path,
    message:
      language === "en" ? message : (wording?.[language] ?? translationOf(message, language) ?? message),
  }));

/** A sentence of the platform or of a module in another language; undefined when nobody wrote it. */
export function translationOf(english: string, language: OtherLanguage): string | undefined {
  const table = [
    platformSentences,
    ...installedModules().map(({ fieldSentences = {} }) => fieldSentences),
  ].find((sentences) => english in sentences);
  return table?.[english]?.[language];
}

/** What the platform itself says at fields. */
const platformSentences: FieldSentences = {
  "This cursor is not valid here. Start again from the first page.": {
    "zh-CN": "此游标在这里无效。请从第一页重新开始。",
    ar: "هذا المؤشر غير صالح هنا. ابدأ من الصفحة الأولى.",
  },
  "This field is part of the address. Leave it out of the body.": {
    "zh-CN": "此字段已在地址中。请从正文中去掉。",
    ar: "هذا الحقل جزء من العنوان. احذفه من المتن.",
  },
  "Send the number of the last frame you have, or leave it out.": {
    "zh-CN": "请发送您收到的最后一帧的编号，或不填。",
    ar: "أرسل رقم آخر إطار لديك أو اتركه.",
  },
  "This is not what the room's page sends.": {
    "zh-CN": "这不是会议室页面发送的内容。",
    ar: "ليس هذا ما ترسله صفحة الغرفة.",
  },
  "This is not a URL.": { "zh-CN": "这不是网址。", ar: "هذا ليس عنوان URL." },
  "The URL must start with https://.": {
    "zh-CN": "网址必须以 https:// 开头。",
    ar: "يجب أن يبدأ العنوان بـ https://.",
  },
  "The URL must not hold a user or password.": {
    "zh-CN": "网址中不能含有用户名或密码。",
    ar: "يجب ألا يحتوي العنوان على مستخدم أو كلمة مرور.",
  },
  "The URL must not point into a private network.": {
    "zh-CN": "网址不能指向内部网络。",
    ar: "يجب ألا يشير العنوان إلى شبكة خاصة.",
  },
  "The name points into a private network.": {
    "zh-CN": "该域名指向内部网络。",
    ar: "يشير الاسم إلى شبكة خاصة.",
  },
  "The address points into a private network.": {
    "zh-CN": "该地址指向内部网络。",
    ar: "يشير العنوان إلى شبكة خاصة.",
  },
};

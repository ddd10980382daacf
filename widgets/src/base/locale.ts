/** The languages the widgets speak. */
export const languages = ["en", "zh-CN", "ar"] as const;
export type Language = (typeof languages)[number];

/** How a page's widgets speak and write. */
export interface Locale {
  /** The tag asked for, such as `en-GB`: dates and numbers follow it to the letter. */
  readonly tag: string;
  /** The dictionary used for it. */
  readonly language: Language;
  readonly direction: "ltr" | "rtl";
}

/** The locale for a tag: its own language when the widgets speak it, else English. */
export function localeOf(tag: string): Locale {
  const [own] = tag.toLowerCase().split("-");
  const language = languages.find((known) => known.split("-")[0] === own);
  return language
    ? { tag, language, direction: language === "ar" ? "rtl" : "ltr" }
    : { tag: "en", language: "en", direction: "ltr" };
}

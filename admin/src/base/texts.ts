/** The languages the app speaks, as they call themselves. */
export const languages = { en: "English", "zh-CN": "简体中文", ar: "العربية" } as const;
export type Language = keyof typeof languages;

/** A sentence with `{params}`. */
export type Dictionary = Readonly<Record<string, string>>;

/** A dictionary in another language: the same entries. */
export type Translation<Original extends Dictionary> = Readonly<Record<keyof Original, string>>;

type Placeholders<Sentence> = Sentence extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Placeholders<Rest>
  : never;

/** The entries that need no params. */
export type Plain<Original extends Dictionary> = {
  [Name in keyof Original]: Placeholders<Original[Name]> extends never ? Name : never;
}[keyof Original] &
  string;

/** Says an entry in the reader's language. The compiler knows which params its sentence needs. */
export type Say<Original extends Dictionary> = <Name extends keyof Original & string>(
  name: Name,
  ...[params]: [Placeholders<Original[Name]>] extends [never]
    ? []
    : [params: Readonly<Record<Placeholders<Original[Name]>, string | number>>]
) => string;

/** Makes the voice of a dictionary. */
export const voiceOf =
  <Original extends Dictionary>(entries: Translation<Original>): Say<Original> =>
  (name, ...[params]) =>
    fill(entries[name], params ?? {});

/** Fills params into a sentence. */
export const fill = (sentence: string, params: Readonly<Record<string, string | number>>): string =>
  sentence.replaceAll(/\{(\w+)\}/g, (_, name: string) => String(params[name] ?? ""));

/** Whether the app speaks exactly this language. */
export const isLanguage = (tag: string): tag is Language => tag in languages;

/** The language for a tag such as `zh-Hans-CN`: its own when the app speaks it, else English. */
export function languageOf(tag: string): Language {
  const [own] = tag.toLowerCase().split("-");
  return (
    Object.keys(languages)
      .filter(isLanguage)
      .find((language) => language.split("-")[0] === own) ?? "en"
  );
}

/** How a language is written. */
export const directionOf = (language: Language): "ltr" | "rtl" => (language === "ar" ? "rtl" : "ltr");

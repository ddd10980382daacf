const locales = ["en", "zh-CN", "ar"];

const otherLanguageNames: Readonly<Record<string, string>> = {
  mandarin: "zh",
  cantonese: "zh",
  普通话: "zh",
  国语: "zh",
  汉语: "zh",
  简体中文: "zh",
  繁體中文: "zh",
  castilian: "es",
  farsi: "fa",
  flemish: "nl",
};

const otherCountryNames: Readonly<Record<string, string>> = {
  usa: "US",
  america: "US",
  "united states of america": "US",
  uk: "GB",
  england: "GB",
  scotland: "GB",
  wales: "GB",
  "great britain": "GB",
  holland: "NL",
  "south korea": "KR",
  英国: "GB",
  中国大陆: "CN",
};

const simplify = (text: string): string =>
  text.normalize("NFKC").toLowerCase().replaceAll(".", "").replaceAll(/\s+/g, " ").trim();

/** The ISO 639 code of a language written as a code of any region and case or as its name: `EN`, `en-GB`, `English`, `英语` are `en`. Null for what is no language. */
export function languageOf(text: string): string | null {
  const name = simplify(text);
  const named = otherLanguageNames[name] ?? (languageNames ??= namesOf("language")).get(name);
  if (named !== undefined) return named;
  if (!/^[a-z]{2,3}([-_][a-z0-9-_]*)?$/.test(name)) return null;
  const code = canonical(name.split(/[-_]/)[0]!)?.language;
  return code !== undefined && isNamed("language", code) ? code : null;
}

/** The ISO 3166 code of a country written as a code of any case or as its name: `de`, `Germany`, `德国` are `DE`. Null for what is no country. */
export function countryOf(text: string): string | null {
  const name = simplify(text);
  const named = otherCountryNames[name] ?? (countryNames ??= namesOf("region")).get(name);
  if (named !== undefined) return named;
  if (!/^[a-z]{2}$/.test(name)) return null;
  const code = canonical(`und-${name}`)?.region;
  return code !== undefined && code !== "ZZ" && isNamed("region", code) ? code : null;
}

let languageNames: Map<string, string> | undefined;
let countryNames: Map<string, string> | undefined;

/** Every name of every two-letter code, in the languages of the widgets and, of a language, in itself. */
function namesOf(type: "language" | "region"): Map<string, string> {
  const names = new Map<string, string>();
  for (const code of twoLetters(type === "region")) {
    if (!isNamed(type, code)) continue;
    const canonicalCode = type === "language" ? canonical(code)?.language : canonical(`und-${code}`)?.region;
    const spokenIn = type === "language" ? [...locales, code] : locales;
    for (const locale of spokenIn) {
      const name = new Intl.DisplayNames(locale, { type, fallback: "none" }).of(code);
      if (name !== undefined && !names.has(simplify(name))) names.set(simplify(name), canonicalCode ?? code);
    }
  }
  return names;
}

function twoLetters(isUpper: boolean): string[] {
  const letters = Array.from({ length: 26 }, (_, at) => String.fromCharCode((isUpper ? 65 : 97) + at));
  return letters.flatMap((first) => letters.map((second) => first + second));
}

const english = {
  language: new Intl.DisplayNames("en", { type: "language", fallback: "none" }),
  region: new Intl.DisplayNames("en", { type: "region", fallback: "none" }),
};

function isNamed(type: "language" | "region", code: string): boolean {
  try {
    return english[type].of(code) !== undefined;
  } catch {
    // Asking is the only way to know that a code is no code.
    return false;
  }
}

function canonical(tag: string): Intl.Locale | undefined {
  try {
    return new Intl.Locale(tag);
  } catch {
    return undefined;
  }
}

/** How the states are looked at. */
export interface Look {
  readonly lang: "en" | "zh-CN" | "ar";
  readonly scheme: "light" | "dark";
  /** In pixels; `full` is as wide as there is room. */
  readonly width: "320" | "640" | "full";
}

/** What can be chosen, each with what a person reads. */
export const choices = {
  lang: { en: "English", "zh-CN": "中文", ar: "العربية" },
  scheme: { light: "Light", dark: "Dark" },
  width: { "320": "320 px", "640": "640 px", full: "Full width" },
} as const;

/** The look that an address asks for; the first choice where it asks for none there is. */
export function lookOf(query: URLSearchParams): Look {
  const chosen = <Name extends string>(
    name: string,
    among: Readonly<Record<Name, string>>,
    usual: Name,
  ): Name => {
    const asked = query.get(name);
    for (const key in among) if (key === asked) return key;
    return usual;
  };
  return {
    lang: chosen("lang", choices.lang, "en"),
    scheme: chosen("scheme", choices.scheme, "light"),
    width: chosen("width", choices.width, "640"),
  };
}

/** The query of a look, for addresses. */
export const queryOf = ({ lang, scheme, width }: Look): string =>
  new URLSearchParams({ lang, scheme, width }).toString();

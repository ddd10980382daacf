const names = {
  language: new Intl.DisplayNames("en", { type: "language", fallback: "none" }),
  region: new Intl.DisplayNames("en", { type: "region", fallback: "none" }),
};

const isNamed = (kind: keyof typeof names, code: string): boolean => {
  try {
    return names[kind].of(code) !== undefined;
  } catch {
    return false;
  }
};

/** Whether a text is an ISO 639 language code that has a name, in small letters: `en`, `zh`. */
export const isLanguage = (code: string): boolean => /^[a-z]{2,3}$/.test(code) && isNamed("language", code);

/** Whether a text is an ISO 3166 country code that has a name, in capital letters: `DE`. */
export const isCountry = (code: string): boolean =>
  /^[A-Z]{2}$/.test(code) && code !== "ZZ" && isNamed("region", code);

/** The first of the asked locales that a site offers, by exact name or by language; else the site's own. */
export function pickLocale<Locale extends string>(
  asked: readonly (string | null)[],
  { locale, locales }: { readonly locale: Locale; readonly locales: readonly Locale[] },
): Locale {
  for (const wanted of asked) {
    if (!wanted) continue;
    const lower = wanted.toLowerCase();
    const language = lower.split("-")[0];
    const found =
      locales.find((offered) => offered.toLowerCase() === lower) ??
      locales.find((offered) => offered.toLowerCase().split("-")[0] === language);
    if (found !== undefined) return found;
  }
  return locale;
}

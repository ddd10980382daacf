/** How many of a site's own units, such as credits, in every language: by the plural category of the number. */
const creditWords: Readonly<
  Record<string, Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }>
> = {
  en: { one: "{count} credit", other: "{count} credits" },
  zh: { other: "{count} 积分" },
  ar: {
    zero: "لا نقاط",
    one: "نقطة واحدة",
    two: "نقطتان",
    few: "{count} نقاط",
    many: "{count} نقطة",
    other: "{count} نقطة",
  },
};

/** An amount of credits as people say it in a language: `10 credits`. */
export function formatCredits(locale: string, count: number): string {
  const words = creditWords[locale.split("-")[0] ?? ""] ?? creditWords["en"]!;
  const form = words[new Intl.PluralRules(locale).select(count)] ?? words.other;
  return form.replace("{count}", new Intl.NumberFormat(locale).format(count));
}

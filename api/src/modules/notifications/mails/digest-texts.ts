import { type MailLocale } from "../../identity/index.ts";

interface DigestTexts {
  readonly subject: (count: number, site: string) => string;
  readonly intro: string;
  /** What a digest has no room for. */
  readonly andMore: (count: number) => string;
  readonly onPage: (site: string) => string;
  readonly open: (site: string) => string;
}

const arabicCount = new Intl.PluralRules("ar");
const arabicNews: Readonly<Record<Intl.LDMLPluralRule, (count: number) => string>> = {
  zero: () => "لا أخبار",
  one: () => "خبر واحد",
  two: () => "خبران",
  few: (count) => `${count} أخبار`,
  many: (count) => `${count} خبرًا`,
  other: (count) => `${count} خبر`,
};
const inArabic = (count: number): string => arabicNews[arabicCount.select(count)](count);

/** The words around bundled news. */
export const digestTexts: Readonly<Record<MailLocale, DigestTexts>> = {
  en: {
    subject: (count, site) =>
      count === 1 ? `1 piece of news from ${site}` : `${count} pieces of news from ${site}`,
    intro: "This is what happened since the last digest.",
    andMore: (count) => `And ${count} more`,
    onPage: (site) => `You find everything on ${site}.`,
    open: (site) => `Open ${site}`,
  },
  "zh-CN": {
    subject: (count, site) => `来自 ${site} 的 ${count} 条消息`,
    intro: "以下是自上次汇总以来的消息。",
    andMore: (count) => `还有 ${count} 条`,
    onPage: (site) => `您可以在 ${site} 上查看全部消息。`,
    open: (site) => `打开 ${site}`,
  },
  ar: {
    subject: (count, site) => `${inArabic(count)} من ${site}`,
    intro: "هذا ما حدث منذ الملخص السابق.",
    andMore: (count) => `والمزيد: ${inArabic(count)}`,
    onPage: (site) => `تجد كل شيء على ${site}.`,
    open: (site) => `فتح ${site}`,
  },
};

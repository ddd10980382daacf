import { type MailLocale } from "../../identity/index.ts";

interface CreditTexts {
  readonly subject: (amount: number, days: number) => string;
  readonly intro: (amount: number, date: string) => string;
  readonly open: string;
}

const rules = new Intl.PluralRules("ar");

const arabicDays: Readonly<Record<Intl.LDMLPluralRule, (days: number) => string>> = {
  zero: () => "اليوم",
  one: () => "خلال يوم واحد",
  two: () => "خلال يومين",
  few: (days) => `خلال ${days} أيام`,
  many: (days) => `خلال ${days} يومًا`,
  other: (days) => `خلال ${days} يوم`,
};

/** The words about credits. */
export const creditTexts: Readonly<Record<MailLocale, CreditTexts>> = {
  en: {
    subject: (amount, days) =>
      `${amount} ${amount === 1 ? "credit expires" : "credits expire"} ${days === 1 ? "tomorrow" : `in ${days} days`}`,
    intro: (amount, date) =>
      `${amount === 1 ? "1 credit" : `${amount} credits`} of yours can be spent until ${date}. What is left then is gone.`,
    open: "Spend credits",
  },
  "zh-CN": {
    subject: (amount, days) => `${amount} 积分将${days === 1 ? "于明天" : `在 ${days} 天后`}过期`,
    intro: (amount, date) => `您有 ${amount} 积分可使用至 ${date}，届时未使用的部分将失效。`,
    open: "使用积分",
  },
  ar: {
    subject: (amount, days) => `رصيد (${amount}) ينتهي ${arabicDays[rules.select(days)](days)}`,
    intro: (amount, date) => `يمكنك إنفاق ${amount} من رصيدك حتى ${date}. ما يتبقى بعد ذلك يزول.`,
    open: "إنفاق الرصيد",
  },
};

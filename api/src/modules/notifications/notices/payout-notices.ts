import { z } from "zod";
import { formatAmount } from "../../../platform/money.ts";
import { findPayout } from "../../money/index.ts";
import { productName, siteOf } from "../../tenancy/index.ts";
import { type Notice, notice, type NoticeName, type ReadingOf, type Words } from "./notice.ts";
import { type PayoutNews, payoutTexts } from "./payout-texts.ts";

const payoutFact = z.object({ payoutId: z.uuid(), memberId: z.uuid(), version: z.int() });
const accountFact = z.object({ accountId: z.uuid(), memberId: z.uuid() });

interface PayoutValues {
  readonly news: PayoutNews;
  readonly amountMinor: number;
  readonly currency: string;
  readonly label: string;
  readonly reference: string;
  readonly reason: string | null;
}

const walletOf = ({ tenant, locale }: ReadingOf): NonNullable<Words["actions"]> => {
  const { siteUrl } = siteOf(tenant);
  return siteUrl === null ? [] : [{ label: payoutTexts[locale].open, url: siteUrl }];
};

const say = ({ news, label, reference, reason, ...sum }: PayoutValues, reading: ReadingOf): Words => {
  const texts = payoutTexts[reading.locale];
  const amount = formatAmount(reading.locale, sum, { trailingZeroDisplay: "stripIfInteger" });
  return {
    subject: texts.news[news].subject(amount),
    intro: texts.news[news].intro(amount),
    facts: [
      [texts.to, label],
      [texts.reference, reference],
      ...(reason === null ? [] : [[texts.reason, reason] as const]),
    ],
    actions: walletOf(reading),
  };
};

const sayChanged = (_values: object, reading: ReadingOf): Words => {
  const { subject, intro } = payoutTexts[reading.locale].changed;
  return { subject, intro: intro(productName(reading.tenant)), actions: walletOf(reading) };
};

const told = (name: NoticeName, news: PayoutNews): Notice =>
  notice<z.infer<typeof payoutFact>, PayoutValues>({
    name,
    category: "orders",
    on: `payout.${news}`,
    fact: payoutFact,
    once: ({ payoutId, version }) => [payoutId, version],
    readers: async (_scope, { memberId }) => [memberId],
    async find(scope, { payoutId }) {
      const payout = await findPayout(scope, payoutId);
      // It has gone on since: what is told then says more.
      if (payout?.state !== news) return null;
      const { amountMinor, currency, label, reference, reason } = payout;
      return {
        values: { news, amountMinor, currency, label, reference, reason },
        about: { kind: "wallet", id: payoutId },
      };
    },
    words: { en: say, "zh-CN": say, ar: say },
    sample: {
      news,
      amountMinor: 12_850,
      currency: "EUR",
      label: "•••• 3000",
      reference: "P-7K2MQ9F3XA",
      reason: ["failed", "rejected", "returned"].includes(news) ? "The bank knows no such account." : null,
    },
  });

/** What became of payouts, and that somebody is paid somewhere else from now on. */
export const payoutNotices: readonly Notice[] = [
  told("payout_on_its_way", "on_its_way"),
  told("payout_paid", "paid"),
  told("payout_failed", "failed"),
  told("payout_rejected", "rejected"),
  told("payout_returned", "returned"),
  notice<z.infer<typeof accountFact>, object>({
    name: "payout_account_changed",
    category: "security",
    on: "payout_account.changed",
    fact: accountFact,
    isUrgent: true,
    once: ({ accountId }) => [accountId],
    readers: async (_scope, { memberId }) => [memberId],
    find: async (_scope, { accountId }) => ({ values: {}, about: { kind: "wallet", id: accountId } }),
    words: { en: sayChanged, "zh-CN": sayChanged, ar: sayChanged },
    sample: {},
  }),
];

import { z } from "zod";
import { readLot } from "../../money/index.ts";
import { siteOf } from "../../tenancy/index.ts";
import { creditTexts } from "./credit-texts.ts";
import { type Notice, notice, type ReadingOf, type Words } from "./notice.ts";

interface Expiring {
  readonly amount: number;
  readonly daysLeft: number;
  readonly on: Date;
}

const warn = ({ amount, daysLeft, on }: Expiring, { locale, tenant }: ReadingOf): Words => {
  const { subject, intro, open } = creditTexts[locale];
  const { siteUrl } = siteOf(tenant);
  const date = new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone: siteOf(tenant).timeZone });
  return {
    subject: subject(amount, daysLeft),
    intro: intro(amount, date.format(on)),
    actions: siteUrl === null ? [] : [{ label: open, url: siteUrl }],
  };
};

/** Warns of credits that expire. */
export const creditNotices: readonly Notice[] = [
  notice<{ lotId: string; memberId: string; daysLeft: number; expiresAt: string }, Expiring>({
    name: "credits_expiring",
    category: "credits",
    on: "credits.expiring",
    fact: z.object({
      lotId: z.uuid(),
      memberId: z.uuid(),
      daysLeft: z.int(),
      expiresAt: z.iso.datetime(),
    }),
    once: ({ lotId, expiresAt, daysLeft }) => [lotId, expiresAt, daysLeft],
    readers: async (_scope, { memberId }) => [memberId],
    async find(scope, { lotId, daysLeft }) {
      const lot = await readLot(scope, lotId);
      if (!lot?.expiresAt || lot.remaining === 0) return null;
      const values = { amount: lot.remaining, daysLeft, on: lot.expiresAt };
      return { values, about: { kind: "wallet", id: lotId } };
    },
    words: { en: warn, "zh-CN": warn, ar: warn },
    sample: { amount: 40, daysLeft: 7, on: new Date("2027-06-30T12:00:00Z") },
  }),
];

import { z } from "zod";
import { appealUrl, readSanction } from "../../safety/index.ts";
import { productName } from "../../tenancy/index.ts";
import { type Notice, notice, type ReadingOf, type Words } from "./notice.ts";
import { safetyTexts } from "./safety-texts.ts";

const sanctionFact = z.object({ sanctionId: z.uuid(), memberId: z.uuid() });

interface Imposed {
  readonly kind: "warning" | "suspension" | "ban";
  readonly reason: string;
  /** Of a suspension. */
  readonly endsAt: Date | null;
  readonly timeZone: string | null;
  readonly sanctionId: string;
  readonly memberId: string;
}

interface Decided {
  readonly outcome: "upheld" | "lifted";
  readonly reason: string;
}

const sayImposed = (imposed: Imposed, { locale, tenant }: ReadingOf): Words => {
  const texts = safetyTexts[locale];
  const { kind, reason, endsAt, timeZone, ...whose } = imposed;
  const { subject, intro } = texts[kind];
  const moment = new Intl.DateTimeFormat(locale, {
    dateStyle: "full",
    timeStyle: "short",
    timeZone: timeZone ?? "UTC",
  });
  return {
    subject: subject(productName(tenant)),
    intro,
    facts: [[texts.reason, reason], ...(endsAt ? [[texts.until, moment.format(endsAt)] as const] : [])],
    actions: [{ label: texts.appeal, url: appealUrl(tenant, { ...whose, locale }) }],
  };
};

const sayDecided = ({ outcome, reason }: Decided, { locale, tenant }: ReadingOf): Words => {
  const texts = safetyTexts[locale];
  const { subject, intro } = texts[outcome];
  return { subject: subject(productName(tenant)), intro, facts: [[texts.reason, reason]] };
};

const nobody = "0195f000-0000-7000-8000-000000000000";

/** What the team decided about a member, told by mail even when they may not come in. */
export const safetyNotices: readonly Notice[] = [
  notice<z.infer<typeof sanctionFact>, Imposed>({
    name: "sanction_imposed",
    category: "security",
    on: "sanction.imposed",
    fact: sanctionFact,
    isUrgent: true,
    reachesKeptOut: true,
    once: ({ sanctionId }) => [sanctionId],
    readers: async (_scope, { memberId }) => [memberId],
    async find(scope, { sanctionId, memberId }, { reader }) {
      const sanction = await readSanction(scope, sanctionId);
      if (!sanction || sanction.endedAt) return null;
      const { kind, reason, endsAt } = sanction;
      return {
        values: { kind, reason, endsAt, timeZone: reader.timeZone, sanctionId, memberId },
        about: { kind: "sanction", id: sanctionId },
      };
    },
    words: { en: sayImposed, "zh-CN": sayImposed, ar: sayImposed },
    sample: {
      kind: "suspension",
      reason: "You asked clients to pay outside the site.",
      endsAt: new Date("2027-03-01T12:00:00Z"),
      timeZone: null,
      sanctionId: nobody,
      memberId: nobody,
    },
  }),
  notice<z.infer<typeof sanctionFact>, Decided>({
    name: "appeal_decided",
    category: "security",
    on: "appeal.decided",
    fact: sanctionFact,
    isUrgent: true,
    reachesKeptOut: true,
    once: ({ sanctionId }) => [sanctionId],
    readers: async (_scope, { memberId }) => [memberId],
    async find(scope, { sanctionId }) {
      const sanction = await readSanction(scope, sanctionId);
      if (!sanction?.appealOutcome || sanction.appealReason === null) return null;
      return {
        values: { outcome: sanction.appealOutcome, reason: sanction.appealReason },
        about: { kind: "sanction", id: sanctionId },
      };
    },
    words: { en: sayDecided, "zh-CN": sayDecided, ar: sayDecided },
    sample: { outcome: "lifted", reason: "We had misread what you wrote." },
  }),
];

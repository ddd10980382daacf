import { z } from "zod";
import { findDecided, type levelNamed, readStandings } from "../../gigs/index.ts";
import { siteOf } from "../../tenancy/index.ts";
import { gigTexts } from "./gig-texts.ts";
import { type Notice, notice, type ReadingOf, type Words } from "./notice.ts";

const decisions = ["approved", "rejected", "suspended", "hidden", "restored"] as const;
type Decision = (typeof decisions)[number];

interface Decided {
  readonly decision: Decision;
  readonly title: string;
  readonly reason: string | null;
}

interface Level {
  readonly isUp: boolean;
  /** What it is called, by language; null below the first. */
  readonly labels: NonNullable<ReturnType<typeof levelNamed>>["labels"] | null;
}

const linkTo = ({ locale, tenant }: ReadingOf) => {
  const { siteUrl } = siteOf(tenant);
  return siteUrl === null ? [] : [{ label: gigTexts[locale].open, url: siteUrl }];
};

const tellDecision = ({ decision, title, reason }: Decided, reading: ReadingOf): Words => {
  const texts = gigTexts[reading.locale];
  const { subject, intro } = texts[decision];
  return {
    subject: subject(title),
    intro,
    ...(reason !== null && { facts: [[texts.reason, reason]] }),
    actions: linkTo(reading),
  };
};

const tellLevel = ({ isUp, labels }: Level, reading: ReadingOf): Words => {
  const { subject, intro } = gigTexts[reading.locale][isUp ? "promoted" : "demoted"];
  const level = labels && (labels[reading.locale] ?? labels.en);
  return { subject: subject(level), intro: intro(level), actions: linkTo(reading) };
};

const aboutDecision = (decision: Decision): Notice =>
  notice<{ gigId: string; sellerId: string; decision: Decision; version: number }, Decided>({
    name: `gig_${decision}`,
    category: "system",
    on: "gig.decided",
    fact: z.object({
      gigId: z.uuid(),
      sellerId: z.uuid(),
      decision: z.enum(decisions),
      version: z.int(),
    }),
    once: ({ gigId, version }) => [gigId, version],
    readers: async (_scope, { sellerId, decision: decided }) => (decided === decision ? [sellerId] : []),
    async find(scope, { gigId }) {
      const gig = await findDecided(scope, gigId, decision);
      return gig && { values: { decision, ...gig }, about: { kind: "gig", id: gigId } };
    },
    words: { en: tellDecision, "zh-CN": tellDecision, ar: tellDecision },
    sample: {
      decision,
      title: "A logo drawn by hand",
      reason: decision === "rejected" || decision === "suspended" ? "The cover shows another site." : null,
    },
  });

const aboutLevel = (isUp: boolean): Notice =>
  notice<{ memberId: string; level: string | null; isUp: boolean; version: number }, Level>({
    name: isUp ? "seller_promoted" : "seller_demoted",
    category: "system",
    on: "seller.level_changed",
    fact: z.object({
      memberId: z.uuid(),
      level: z.string().nullable(),
      isUp: z.boolean(),
      version: z.int(),
    }),
    once: ({ memberId, version }) => [memberId, version],
    readers: async (_scope, fact) => (fact.isUp === isUp ? [fact.memberId] : []),
    async find(scope, { memberId, level }) {
      const now = (await readStandings(scope, [memberId])).get(memberId)?.level ?? null;
      if ((now?.name ?? null) !== level) return null;
      return { values: { isUp, labels: now?.labels ?? null }, about: { kind: "member", id: memberId } };
    },
    words: { en: tellLevel, "zh-CN": tellLevel, ar: tellLevel },
    sample: {
      isUp,
      labels: isUp ? { en: "Level two", "zh-CN": "二级卖家", ar: "المستوى الثاني" } : null,
    },
  });

/** The team decided about a seller's gig; a seller rose to another level or fell to one. */
export const gigNotices: readonly Notice[] = [
  ...decisions.map(aboutDecision),
  aboutLevel(true),
  aboutLevel(false),
];

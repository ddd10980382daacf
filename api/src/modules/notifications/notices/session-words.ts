import { formatAmount } from "../../../platform/money.ts";
import { type MailLocale } from "../../identity/index.ts";
import { type ManageAction } from "../../orders/index.ts";
import { type ReadingOf, type Words } from "./notice.ts";
import { type SessionNews, sessionTexts } from "./session-texts.ts";

/** What news of a session speaks of. */
export interface SessionValues {
  readonly title: string;
  /** The name of the other person. */
  readonly other: string;
  readonly when: Date;
  /** The zone times are told in. */
  readonly zone: string;
  readonly proposed: Date | null;
  readonly where: string | null;
  readonly refund: { readonly amountMinor: number; readonly currency: string } | null;
  readonly actions: readonly { readonly action: ManageAction; readonly url: string }[];
}

/** The words of one kind of news of a session, in every language. */
export function wordsAbout(
  news: SessionNews,
): Readonly<Record<MailLocale, (values: SessionValues, reading: ReadingOf) => Words>> {
  const say = (values: SessionValues, { locale }: ReadingOf) => wordsIn(locale, news, values);
  return { en: say, "zh-CN": say, ar: say };
}

function wordsIn(locale: MailLocale, news: SessionNews, values: SessionValues): Words {
  const texts = sessionTexts[locale];
  const { title, other, when, zone, proposed, where, refund, actions } = values;
  const given = refund ? ` ${texts.refund(formatAmount(locale, refund))}` : "";
  return {
    subject: texts.subject[news](title),
    intro: `${texts.intro[news](other)}${given}`,
    facts: [
      [texts.when, timeIn(locale, zone, when)],
      ...(proposed ? [[texts.proposed, timeIn(locale, zone, proposed)] as const] : []),
      ...(where ? [[texts.where, where] as const] : []),
    ],
    actions: actions.map(({ action, url }) => ({ label: texts.links[action], url })),
  };
}

/** Made up, for previews; its links open nothing. */
export const sampleSession = (actions: readonly ManageAction[]): SessionValues => ({
  title: "First talk",
  other: "Ann Baker",
  when: new Date("2026-05-04T09:00:00Z"),
  zone: "Europe/Berlin",
  proposed: actions.includes("answer") ? new Date("2026-05-05T09:00:00Z") : null,
  where: "https://www.example.com/room",
  refund: null,
  actions: actions.map((action) => ({ action, url: `https://www.example.com/#${action}` })),
});

/** A moment as people say it, with its day and zone. */
export const timeIn = (locale: string, timeZone: string, at: Date): string =>
  new Intl.DateTimeFormat(locale, {
    timeZone,
    weekday: "long",
    year: "numeric",
    month: "long",
    day: "numeric",
    hour: "numeric",
    minute: "2-digit",
    timeZoneName: "short",
  }).format(at);

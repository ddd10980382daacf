import { type z } from "zod";
import { type EventName } from "../../../platform/outbox/announce.ts";
import { type MailAction } from "../../../platform/providers/mail/layout.ts";
import { type Mail } from "../../../platform/providers/mail/port.ts";
import { type Scope } from "../../../platform/scope/scope.ts";
import { type Tenant } from "../../../platform/scope/tenant.ts";
import { type MailLocale, type readMember } from "../../identity/index.ts";
import { type Category } from "../rules/categories.ts";

/** Whom news is written for. */
export type Reader = NonNullable<Awaited<ReturnType<typeof readMember>>>;

/** What news says, in one language. */
export interface Words {
  readonly subject: string;
  readonly intro: string;
  readonly facts?: readonly (readonly [label: string, value: string])[];
  readonly actions?: readonly MailAction[];
}

/** News as it is told now. */
export interface Written {
  readonly words: Words;
  readonly about: { readonly kind: string; readonly id: string };
  readonly calendar?: Mail["calendar"];
}

/** What is known when news is written: the reader, their language, and where and when they are. */
export interface Reading {
  readonly reader: Reader;
  readonly locale: MailLocale;
}

/** What is read for news: the values its words need. */
export interface Found<Values> {
  readonly values: Values;
  readonly about: Written["about"];
  readonly calendar?: Mail["calendar"];
}

/** Every kind of news by its name, in snake case; the key of preferences and of previews. The admin app has a title for each. */
export const noticeNames = [
  "booking_confirmed",
  "booking_moved",
  "booking_cancelled",
  "booking_reminder",
  "move_proposed",
  "dispute_opened",
  "dispute_answered",
  "dispute_closed",
  "order_paid",
  "order_questions",
  "order_answered",
  "work_delivered",
  "revision_asked",
  "work_accepted",
  "work_cancelled",
  "cancel_proposed",
  "cancel_dropped",
  "work_reminder",
  "gig_approved",
  "gig_rejected",
  "gig_suspended",
  "gig_hidden",
  "gig_restored",
  "seller_promoted",
  "seller_demoted",
  "credits_expiring",
  "payout_on_its_way",
  "payout_paid",
  "payout_failed",
  "payout_rejected",
  "payout_returned",
  "payout_account_changed",
  "provider_approved",
  "provider_rejected",
  "profile_hidden",
  "profile_restored",
  "review_invited",
  "work_review_invited",
  "review_published",
  "messages_unread",
  "sanction_imposed",
  "appeal_decided",
] as const;
export type NoticeName = (typeof noticeNames)[number];

interface NoticeDefinition<Fact, Values> {
  readonly name: NoticeName;
  readonly category: Category;
  readonly on: EventName;
  readonly fact: z.ZodType<Fact>;
  /** Whether it comes at once, also in quiet hours and whatever is bundled: what is late is useless. */
  readonly isUrgent?: true;
  /** Whether it is also for somebody who may not sign in at the moment. */
  readonly reachesKeptOut?: true;
  /** Tells this news from others about the same thing, so that each is told once. */
  readonly once: (fact: Fact) => readonly (string | number)[];
  /** The members it is for. */
  readonly readers: (scope: Scope, fact: Fact) => Promise<readonly string[]>;
  /** What there is to say now; null when it is not so any more. */
  readonly find: (scope: Scope, fact: Fact, reading: Reading) => Promise<Found<Values> | null>;
  readonly words: Readonly<Record<MailLocale, (values: Values, reading: ReadingOf) => Words>>;
  /** Made up, for previews. */
  readonly sample: Values;
}

/** What words may depend on beside their values. */
export interface ReadingOf {
  readonly locale: MailLocale;
  readonly tenant: Tenant;
}

/** One kind of news: which event causes it, whom it is for and what it says in every language. */
export interface Notice {
  readonly name: NoticeName;
  readonly category: Category;
  readonly on: EventName;
  readonly fact: z.ZodType<object>;
  /** Whether it comes at once, whatever the reader chose about when. */
  readonly isUrgent: boolean;
  /** Whether it is also for somebody who may not sign in at the moment. */
  readonly reachesKeptOut: boolean;
  readonly once: (fact: object) => readonly (string | number)[];
  readonly readers: (scope: Scope, fact: object) => Promise<readonly string[]>;
  /** What it says to a reader now; null when it is not so any more. */
  readonly write: (scope: Scope, fact: object, reading: Reading) => Promise<Written | null>;
  readonly preview: (tenant: Tenant, locale: MailLocale) => Words;
}

/** Declares a kind of news. A language without words does not compile. */
export function notice<Fact extends object, Values>(definition: NoticeDefinition<Fact, Values>): Notice {
  const {
    name,
    category,
    on,
    isUrgent = false,
    reachesKeptOut = false,
    fact: schema,
    once,
    readers,
    find,
    words,
    sample,
  } = definition;
  return {
    name,
    category,
    on,
    isUrgent,
    reachesKeptOut,
    fact: schema,
    once: (fact) => once(schema.parse(fact)),
    readers: (scope, fact) => readers(scope, schema.parse(fact)),
    async write(scope, fact, reading) {
      const found = await find(scope, schema.parse(fact), reading);
      if (!found) return null;
      const { values, ...rest } = found;
      const { locale } = reading;
      return { ...rest, words: words[locale](values, { locale, tenant: scope.tenant }) };
    },
    preview: (tenant, locale) => words[locale](sample, { locale, tenant }),
  };
}

/** Whether somebody gets a kind of news as they stand with the site now. */
export const mayRead = ({ reachesKeptOut }: Notice, { status }: Reader): boolean =>
  status === "active" || (reachesKeptOut && (status === "suspended" || status === "banned"));

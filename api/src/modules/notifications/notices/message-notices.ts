import { z } from "zod";
import { readUnread } from "../../messaging/index.ts";
import { siteOf } from "../../tenancy/index.ts";
import { messageTexts } from "./message-texts.ts";
import { type Notice, notice, type ReadingOf, type Words } from "./notice.ts";

const unreadFact = z.object({ conversationId: z.uuid(), memberId: z.uuid(), readSeq: z.int() });

interface Waiting {
  readonly senders: readonly string[];
  /** Of a group. */
  readonly title: string | null;
  readonly count: number;
}

/** So many people are named; of more, one fewer and the number of the rest. */
const MOST_NAMED = 3;

// What the messages say stays sealed: news is kept and mailed in the clear.
const say = ({ senders, title, count }: Waiting, { locale, tenant }: ReadingOf): Words => {
  const texts = messageTexts[locale];
  const number = new Intl.NumberFormat(locale);
  const named = senders.length > MOST_NAMED ? senders.slice(0, MOST_NAMED - 1) : senders;
  const rest = senders.length - named.length;
  const all = rest === 0 ? named : [...named, texts.others(number.format(rest))];
  const who = new Intl.ListFormat(locale).format(all);
  const { siteUrl } = siteOf(tenant);
  return {
    subject: texts.subject(who),
    intro: title === null ? texts.intro(who) : texts.introInGroup(who, title),
    facts: [[texts.count, number.format(count)]],
    actions: siteUrl === null ? [] : [{ label: texts.open, url: siteUrl }],
  };
};

/** Tells of messages that were not read: once for a conversation until its reader reads on. */
export const messageNotices: readonly Notice[] = [
  notice({
    name: "messages_unread",
    category: "messaging",
    on: "conversation.unread",
    fact: unreadFact,
    once: ({ conversationId, readSeq }) => [conversationId, readSeq],
    readers: async (_scope, { memberId }) => [memberId],
    async find(scope, { conversationId, readSeq }, { reader }) {
      const unread = await readUnread(scope, conversationId, reader.id);
      // Who has read on is told of what came later by news of its own.
      if (unread?.readSeq !== readSeq) return null;
      return { values: unread, about: { kind: "conversation", id: conversationId } };
    },
    words: { en: say, "zh-CN": say, ar: say },
    sample: { senders: ["Ann Baker"], title: null, count: 2 },
  }),
];

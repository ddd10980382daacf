import { type MailLocale } from "../../identity/index.ts";

/** News about a dispute. */
export type DisputeNews = "opened" | "answered" | "closed";

/** The words of the news, in one language. */
interface DisputeTexts {
  readonly subject: Readonly<Record<DisputeNews, (title: string) => string>>;
  readonly intro: Readonly<Record<DisputeNews, string>>;
  readonly until: string;
  readonly back: (amount: string) => string;
}

export const disputeTexts: Readonly<Record<MailLocale, DisputeTexts>> = {
  en: {
    subject: {
      opened: (title) => `Objection: ${title}`,
      answered: (title) => `Answer to the objection: ${title}`,
      closed: (title) => `Settled: ${title}`,
    },
    intro: {
      opened: "There is an objection to this order. The payment waits until it is settled.",
      answered: "The objection to this order was answered. The site's team decides now.",
      closed: "The objection to this order is settled.",
    },
    until: "Answer by",
    back: (amount) => `${amount} went back to the client.`,
  },
  "zh-CN": {
    subject: {
      opened: (title) => `异议：${title}`,
      answered: (title) => `异议已有回应：${title}`,
      closed: (title) => `异议已解决：${title}`,
    },
    intro: {
      opened: "有人对此订单提出异议，解决之前款项暂不放行。",
      answered: "对此订单的异议已有回应，将由网站团队裁定。",
      closed: "对此订单的异议已解决。",
    },
    until: "回应截止",
    back: (amount) => `已向客户退还 ${amount}。`,
  },
  ar: {
    subject: {
      opened: (title) => `اعتراض: ${title}`,
      answered: (title) => `رد على الاعتراض: ${title}`,
      closed: (title) => `انتهى الاعتراض: ${title}`,
    },
    intro: {
      opened: "هناك اعتراض على هذا الطلب. يبقى المبلغ محفوظًا حتى يُحل الأمر.",
      answered: "وصل رد على الاعتراض على هذا الطلب. القرار الآن لفريق الموقع.",
      closed: "انتهى الاعتراض على هذا الطلب.",
    },
    until: "الرد قبل",
    back: (amount) => `أُعيد إلى العميل ${amount}.`,
  },
};

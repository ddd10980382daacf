import { type MailLocale } from "../../identity/index.ts";

interface ReviewTexts {
  readonly invited: {
    readonly subject: (title: string) => string;
    readonly intro: (other: string) => string;
  };
  readonly workInvited: {
    readonly subject: (title: string) => string;
    readonly intro: (other: string) => string;
  };
  readonly published: {
    readonly subject: (author: string) => string;
    readonly intro: (author: string) => string;
  };
  readonly rating: string;
  readonly open: string;
}

/** The words about reviews. */
export const reviewTexts: Readonly<Record<MailLocale, ReviewTexts>> = {
  en: {
    invited: {
      subject: (title) => `How was it? ${title}`,
      intro: (other) =>
        `Rate your session with ${other}. Neither of you reads the other's review before having written one.`,
    },
    workInvited: {
      subject: (title) => `How did the work go? ${title}`,
      intro: (other) =>
        `Rate your order with ${other}. Neither of you reads the other's review before having written one.`,
    },
    published: {
      subject: (author) => `${author} reviewed you`,
      intro: (author) => `The review by ${author} can now be read by everybody.`,
    },
    rating: "Rating",
    open: "Open",
  },
  "zh-CN": {
    invited: {
      subject: (title) => `感觉如何？${title}`,
      intro: (other) => `请评价您与 ${other} 的课程。在双方都写完之前，谁也看不到对方的评价。`,
    },
    workInvited: {
      subject: (title) => `合作得如何？${title}`,
      intro: (other) => `请评价您与 ${other} 的订单。在双方都写完之前，谁也看不到对方的评价。`,
    },
    published: {
      subject: (author) => `${author} 评价了您`,
      intro: (author) => `现在所有人都可以看到 ${author} 的评价。`,
    },
    rating: "评分",
    open: "打开",
  },
  ar: {
    invited: {
      subject: (title) => `كيف كانت الجلسة؟ ${title}`,
      intro: (other) => `قيم جلستك مع ${other}. لا يقرأ أي منكما تقييم الآخر قبل أن يكتب تقييمه.`,
    },
    workInvited: {
      subject: (title) => `كيف سار العمل؟ ${title}`,
      intro: (other) => `قيم طلبك مع ${other}. لا يقرأ أي منكما تقييم الآخر قبل أن يكتب تقييمه.`,
    },
    published: {
      subject: (author) => `قيمك ${author}`,
      intro: (author) => `يمكن للجميع الآن قراءة تقييم ${author}.`,
    },
    rating: "التقييم",
    open: "فتح",
  },
};

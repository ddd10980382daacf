import { type MailLocale } from "../../identity/index.ts";

/** What is told of a payout. */
export type PayoutNews = "on_its_way" | "paid" | "failed" | "rejected" | "returned";

interface PayoutTexts {
  readonly news: Readonly<
    Record<
      PayoutNews,
      { readonly subject: (amount: string) => string; readonly intro: (amount: string) => string }
    >
  >;
  readonly changed: { readonly subject: string; readonly intro: (site: string) => string };
  readonly reason: string;
  readonly to: string;
  readonly reference: string;
  readonly open: string;
}

/** The words about payouts. */
export const payoutTexts: Readonly<Record<MailLocale, PayoutTexts>> = {
  en: {
    news: {
      on_its_way: {
        subject: (amount) => `${amount} is on its way to you`,
        intro: (amount) => `Your payout of ${amount} was handed to the bank. It takes some days to arrive.`,
      },
      paid: {
        subject: (amount) => `${amount} was paid to you`,
        intro: (amount) => `Your payout of ${amount} was paid.`,
      },
      failed: {
        subject: (amount) => `Your payout of ${amount} failed`,
        intro: (amount) =>
          `${amount} could not be paid to you and is in your wallet again. Check where you are paid, then ask again.`,
      },
      rejected: {
        subject: (amount) => `Your payout of ${amount} was rejected`,
        intro: (amount) => `The team does not pay out ${amount} as asked. It is in your wallet again.`,
      },
      returned: {
        subject: (amount) => `The bank sent ${amount} back`,
        intro: (amount) =>
          `${amount} that was paid to you came back and is in your wallet again. Check where you are paid, then ask again.`,
      },
    },
    changed: {
      subject: "You are paid somewhere else now",
      intro: (site) =>
        `What you earn at ${site} is paid to another account from now on. If it was not you who changed this, tell the team at once.`,
    },
    reason: "Reason",
    to: "To",
    reference: "Reference",
    open: "Open your wallet",
  },
  "zh-CN": {
    news: {
      on_its_way: {
        subject: (amount) => `${amount} 正在付给您`,
        intro: (amount) => `您的 ${amount} 提现已交银行办理，到账需要几天时间。`,
      },
      paid: {
        subject: (amount) => `${amount} 已付给您`,
        intro: (amount) => `您的 ${amount} 提现已付款。`,
      },
      failed: {
        subject: (amount) => `您的 ${amount} 提现失败`,
        intro: (amount) => `${amount} 未能付给您，已退回您的钱包。请检查收款账户后重新申请。`,
      },
      rejected: {
        subject: (amount) => `您的 ${amount} 提现未获批准`,
        intro: (amount) => `团队未批准提取 ${amount}，金额已退回您的钱包。`,
      },
      returned: {
        subject: (amount) => `银行退回了 ${amount}`,
        intro: (amount) => `付给您的 ${amount} 被退回，已返还您的钱包。请检查收款账户后重新申请。`,
      },
    },
    changed: {
      subject: "您的收款账户已更改",
      intro: (site) => `您在 ${site} 的收入今后将付至另一个账户。如果不是您本人更改的，请立即告知团队。`,
    },
    reason: "原因",
    to: "收款账户",
    reference: "编号",
    open: "打开钱包",
  },
  ar: {
    news: {
      on_its_way: {
        subject: (amount) => `${amount} في الطريق إليك`,
        intro: (amount) => `سُلّم طلب صرف ${amount} إلى البنك، ويحتاج وصوله إلى بضعة أيام.`,
      },
      paid: {
        subject: (amount) => `صُرف لك ${amount}`,
        intro: (amount) => `تم صرف ${amount} كما طلبت.`,
      },
      failed: {
        subject: (amount) => `تعذّر صرف ${amount}`,
        intro: (amount) => `تعذّر دفع ${amount} إليك وعاد إلى محفظتك. تحقق أين يُصرف لك، ثم اطلب مجددًا.`,
      },
      rejected: {
        subject: (amount) => `رُفض طلب صرف ${amount}`,
        intro: (amount) => `لم يوافق الفريق على صرف ${amount} كما طُلب، وعاد المبلغ إلى محفظتك.`,
      },
      returned: {
        subject: (amount) => `أعاد البنك ${amount}`,
        intro: (amount) =>
          `عاد ${amount} الذي دُفع إليك وهو في محفظتك من جديد. تحقق أين يُصرف لك، ثم اطلب مجددًا.`,
      },
    },
    changed: {
      subject: "صار يُصرف لك إلى مكان آخر",
      intro: (site) =>
        `ما تكسبه في ${site} يُصرف إلى حساب آخر من الآن فصاعدًا. إن لم تكن أنت من غيّر ذلك فأخبر الفريق فورًا.`,
    },
    reason: "السبب",
    to: "إلى",
    reference: "المرجع",
    open: "فتح محفظتك",
  },
};

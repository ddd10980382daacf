import { type MailLocale } from "../../identity/index.ts";

interface DecisionTexts {
  readonly subject: (title: string) => string;
  readonly intro: string;
}

interface LevelTexts {
  /** Of a level by its name, and below the first. */
  readonly subject: (level: string | null) => string;
  readonly intro: (level: string | null) => string;
}

interface GigTexts {
  readonly approved: DecisionTexts;
  readonly rejected: DecisionTexts;
  readonly suspended: DecisionTexts;
  readonly hidden: DecisionTexts;
  readonly restored: DecisionTexts;
  readonly promoted: LevelTexts;
  readonly demoted: LevelTexts;
  readonly reason: string;
  readonly open: string;
}

/** The words about a seller's gigs and level. */
export const gigTexts: Readonly<Record<MailLocale, GigTexts>> = {
  en: {
    approved: {
      subject: (title) => `Your gig is approved: ${title}`,
      intro: "The team looked at your gig. Everybody finds it as long as you keep it active.",
    },
    rejected: {
      subject: (title) => `Your gig needs changes: ${title}`,
      intro:
        "The team looked at your gig and did not approve it. Change what the reason says, and publish it again.",
    },
    suspended: {
      subject: (title) => `Your gig is suspended: ${title}`,
      intro:
        "The team took your gig from the market. Nobody finds or buys it until the team approves it again. Orders that are under way go on.",
    },
    hidden: {
      subject: (title) => `Your gig is hidden: ${title}`,
      intro: "Your gig was reported, and the team took it from sight. You still see it; nobody else does.",
    },
    restored: {
      subject: (title) => `Your gig is shown again: ${title}`,
      intro: "The team shows your gig again. Others find it as before.",
    },
    promoted: {
      subject: (level) => `Your level now: ${level ?? ""}`,
      intro: (level) =>
        `Your orders and reviews brought you to the level “${level ?? ""}”. Buyers see it on your gigs.`,
    },
    demoted: {
      subject: (level) =>
        level === null ? "You have no seller level at the moment" : `Your level now: ${level}`,
      intro: (level) =>
        level === null
          ? "Your orders and reviews of late do not reach the first level any more. You see what is missing with your gigs."
          : `Your orders and reviews of late reach the level “${level}”. You see with your gigs what the next one takes.`,
    },
    reason: "Reason",
    open: "Open",
  },
  "zh-CN": {
    approved: {
      subject: (title) => `您的服务已通过审核：${title}`,
      intro: "团队已审核您的服务。只要您保持上架，所有人都能找到它。",
    },
    rejected: {
      subject: (title) => `您的服务需要修改：${title}`,
      intro: "团队审核了您的服务，暂未通过。请按原因修改后重新发布。",
    },
    suspended: {
      subject: (title) => `您的服务已被暂停：${title}`,
      intro: "团队已将您的服务下架。在团队重新批准之前，无人能找到或购买它。进行中的订单不受影响。",
    },
    hidden: {
      subject: (title) => `您的服务已被隐藏：${title}`,
      intro: "您的服务被举报，团队已将其隐藏。您仍可看到它，其他人看不到。",
    },
    restored: {
      subject: (title) => `您的服务已恢复显示：${title}`,
      intro: "团队已恢复显示您的服务。其他人可以像以前一样找到它。",
    },
    promoted: {
      subject: (level) => `您的等级已升至：${level ?? ""}`,
      intro: (level) => `凭借您的订单和评价，您已升至“${level ?? ""}”。买家会在您的服务上看到该等级。`,
    },
    demoted: {
      subject: (level) => (level === null ? "您目前没有卖家等级" : `您的等级现为：${level}`),
      intro: (level) =>
        level === null
          ? "您近期的订单和评价未达到最低等级的要求。您可以在自己的服务页面查看还差什么。"
          : `您近期的订单和评价对应“${level}”。您可以在自己的服务页面查看下一等级的要求。`,
    },
    reason: "原因",
    open: "打开",
  },
  ar: {
    approved: {
      subject: (title) => `قُبلت خدمتك: ${title}`,
      intro: "نظر الفريق في خدمتك. يعثر عليها الجميع ما دمت تبقيها نشطة.",
    },
    rejected: {
      subject: (title) => `خدمتك تحتاج إلى تعديل: ${title}`,
      intro: "نظر الفريق في خدمتك ولم يقبلها. عدّل ما يذكره السبب ثم انشرها من جديد.",
    },
    suspended: {
      subject: (title) => `أُوقفت خدمتك: ${title}`,
      intro:
        "أخرج الفريق خدمتك من السوق. لا يعثر عليها أحد ولا يشتريها حتى يقبلها الفريق من جديد. تستمر الطلبات الجارية.",
    },
    hidden: {
      subject: (title) => `أُخفيت خدمتك: ${title}`,
      intro: "ورد بلاغ عن خدمتك فأخفاها الفريق. ما زلت تراها ولا يراها غيرك.",
    },
    restored: {
      subject: (title) => `عادت خدمتك إلى الظهور: ${title}`,
      intro: "أعاد الفريق إظهار خدمتك. يعثر عليها الآخرون كما في السابق.",
    },
    promoted: {
      subject: (level) => `مستواك الآن: ${level ?? ""}`,
      intro: (level) => `أوصلتك طلباتك وتقييماتك إلى المستوى «${level ?? ""}». يراه المشترون على خدماتك.`,
    },
    demoted: {
      subject: (level) => (level === null ? "ليس لديك مستوى بائع حاليا" : `مستواك الآن: ${level}`),
      intro: (level) =>
        level === null
          ? "لم تعد طلباتك وتقييماتك الأخيرة تبلغ المستوى الأول. ترى مع خدماتك ما الذي ينقص."
          : `تبلغ طلباتك وتقييماتك الأخيرة المستوى «${level}». ترى مع خدماتك ما يتطلبه المستوى التالي.`,
    },
    reason: "السبب",
    open: "فتح",
  },
};

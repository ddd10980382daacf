import { type Contract } from "@tessera/sdk/browser";
import { type Language } from "../../base/texts.ts";

/** News that the team can have posted into its chat. */
export type TeamNews = NonNullable<Contract["integrations"]["createConnection"]["input"]["news"]>[number];

// Keyed by the contract: news that the API adds does not compile until it has its title here.
const titles: Readonly<Record<Language, Readonly<Record<TeamNews, string>>>> = {
  en: {
    "booking.confirmed": "Session booked",
    "booking.moved": "Session moved",
    "booking.cancelled": "Session cancelled",
    "provider.applied": "Application received",
    "order.dispute_opened": "Dispute opened",
    "review.published": "Review published",
  },
  "zh-CN": {
    "booking.confirmed": "预约会话",
    "booking.moved": "会话改期",
    "booking.cancelled": "会话取消",
    "provider.applied": "收到申请",
    "order.dispute_opened": "出现争议",
    "review.published": "评价发布",
  },
  ar: {
    "booking.confirmed": "حجز جلسة",
    "booking.moved": "نقل جلسة",
    "booking.cancelled": "إلغاء جلسة",
    "provider.applied": "وصول طلب",
    "order.dispute_opened": "فتح نزاع",
    "review.published": "نشر تقييم",
  },
};

/** Every kind of news for the team, with its title. */
export const teamNewsTitles = (language: Language): readonly (readonly [name: string, title: string])[] =>
  Object.entries(titles[language]);

const isTeamNews = (name: string): name is TeamNews => name in titles.en;

/** What news for the team is called; null when it is none. */
export const teamNewsTitle = (language: Language, name: string): string | null =>
  isTeamNews(name) ? titles[language][name] : null;

import { type MailLocale } from "../../identity/index.ts";
import { type TeamNewsName } from "./team-news.ts";

interface TeamTexts {
  readonly titles: Readonly<Record<TeamNewsName, string>>;
  readonly session: string;
  readonly when: string;
  readonly client: string;
  readonly provider: string;
  readonly member: string;
  readonly role: string;
  readonly order: string;
  readonly about: string;
  readonly rating: string;
}

/** The words of what is posted into a team's chat. */
export const teamTexts: Readonly<Record<MailLocale, TeamTexts>> = {
  en: {
    titles: {
      "booking.confirmed": "New session booked",
      "booking.moved": "Session moved",
      "booking.cancelled": "Session cancelled",
      "provider.applied": "New application",
      "order.dispute_opened": "Dispute opened",
      "review.published": "New review",
    },
    session: "Session",
    when: "When",
    client: "Client",
    provider: "With",
    member: "Member",
    role: "Role",
    order: "Order",
    about: "About",
    rating: "Rating",
  },
  "zh-CN": {
    titles: {
      "booking.confirmed": "新的会话预约",
      "booking.moved": "会话已改期",
      "booking.cancelled": "会话已取消",
      "provider.applied": "新的申请",
      "order.dispute_opened": "出现争议",
      "review.published": "新的评价",
    },
    session: "会话",
    when: "时间",
    client: "客户",
    provider: "服务者",
    member: "成员",
    role: "角色",
    order: "订单",
    about: "评价对象",
    rating: "评分",
  },
  ar: {
    titles: {
      "booking.confirmed": "حُجزت جلسة جديدة",
      "booking.moved": "نُقل موعد جلسة",
      "booking.cancelled": "أُلغيت جلسة",
      "provider.applied": "طلب جديد",
      "order.dispute_opened": "فُتح نزاع",
      "review.published": "تقييم جديد",
    },
    session: "الجلسة",
    when: "الموعد",
    client: "العميل",
    provider: "مع",
    member: "العضو",
    role: "الدور",
    order: "الطلب",
    about: "عن",
    rating: "التقييم",
  },
};

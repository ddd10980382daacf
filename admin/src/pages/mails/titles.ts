import { type Contract } from "@tessera/sdk/browser";
import { type Language } from "../../base/texts.ts";
import { teamNewsTitle } from "./team-news.ts";

type Name = Contract["notifications"]["listTemplates"]["output"]["items"][number]["name"];

// Keyed by the contract: a mail that the API adds does not compile until it has its title here.
const titles: Readonly<Record<Language, Readonly<Record<Name, string>>>> = {
  en: {
    code: "Code for signing in",
    verify_email: "E-mail address to be confirmed",
    reset_password: "New password",
    change_email: "New e-mail address to be confirmed",
    email_changed: "E-mail address changed",
    team_invitation: "Invitation to the team",
    invitation_accepted: "Invitation to the team accepted",
    booking_confirmed: "Booking confirmed",
    booking_moved: "Booking moved",
    booking_cancelled: "Booking cancelled",
    booking_reminder: "Reminder of a session",
    move_proposed: "Another time proposed",
    sanction_imposed: "Warning, suspension or ban",
    appeal_decided: "Appeal decided",
    credits_expiring: "Credits expire soon",
    provider_approved: "Application approved",
    provider_rejected: "Application rejected",
    profile_hidden: "Profile hidden",
    profile_restored: "Profile shown again",
    review_invited: "Invitation to review",
    review_published: "Review published",
    messages_unread: "Messages not read",
  },
  "zh-CN": {
    code: "登录验证码",
    verify_email: "确认邮箱地址",
    reset_password: "重置密码",
    change_email: "确认新邮箱",
    email_changed: "邮箱已更改",
    team_invitation: "团队邀请",
    invitation_accepted: "团队邀请已接受",
    booking_confirmed: "预约已确认",
    booking_moved: "预约已改期",
    booking_cancelled: "预约已取消",
    booking_reminder: "课程提醒",
    move_proposed: "提议改期",
    sanction_imposed: "警告、暂停或封禁",
    appeal_decided: "申诉已裁定",
    credits_expiring: "积分即将过期",
    provider_approved: "申请已通过",
    provider_rejected: "申请被拒绝",
    profile_hidden: "个人资料已隐藏",
    profile_restored: "个人资料已恢复显示",
    review_invited: "邀请评价",
    review_published: "评价已发布",
    messages_unread: "未读消息",
  },
  ar: {
    code: "رمز الدخول",
    verify_email: "تأكيد عنوان البريد",
    reset_password: "كلمة مرور جديدة",
    change_email: "تأكيد عنوان بريد جديد",
    email_changed: "تغير عنوان البريد",
    team_invitation: "دعوة إلى الفريق",
    invitation_accepted: "قبول دعوة إلى الفريق",
    booking_confirmed: "تأكيد حجز",
    booking_moved: "نقل حجز",
    booking_cancelled: "إلغاء حجز",
    booking_reminder: "تذكير بجلسة",
    move_proposed: "اقتراح موعد آخر",
    sanction_imposed: "تحذير أو إيقاف أو حظر",
    appeal_decided: "البتّ في تظلّم",
    credits_expiring: "رصيد على وشك الانتهاء",
    provider_approved: "قبول طلب انضمام",
    provider_rejected: "رفض طلب انضمام",
    profile_hidden: "إخفاء ملف شخصي",
    profile_restored: "إعادة إظهار ملف شخصي",
    review_invited: "دعوة إلى التقييم",
    review_published: "نشر تقييم",
    messages_unread: "رسائل غير مقروءة",
  },
};

const isName = (name: string): name is Name => name in titles.en;

/** What a mail is about, in the reader's language; one that this version does not know is shown by its name. */
export const mailTitle = (language: Language, name: string): string =>
  isName(name) ? titles[language][name] : (teamNewsTitle(language, name) ?? name);

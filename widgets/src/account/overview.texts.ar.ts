import { type Translation } from "../base/texts.ts";
import { type OverviewTexts } from "./overview.texts.ts";

export const texts: Translation<OverviewTexts> = {
  upcomingBookings: {
    zero: "لا جلسات قادمة",
    one: "جلسة قادمة واحدة",
    two: "جلستان قادمتان",
    few: "{count} جلسات قادمة",
    many: "{count} جلسة قادمة",
    other: "{count} جلسة قادمة",
  },
  openOrders: {
    zero: "لا طلبات جارية",
    one: "طلب جارٍ واحد",
    two: "طلبان جاريان",
    few: "{count} طلبات جارية",
    many: "{count} طلبًا جاريًا",
    other: "{count} طلب جارٍ",
  },
  unreadNotifications: {
    zero: "لا إشعارات غير مقروءة",
    one: "إشعار واحد غير مقروء",
    two: "إشعاران غير مقروءين",
    few: "{count} إشعارات غير مقروءة",
    many: "{count} إشعارًا غير مقروء",
    other: "{count} إشعار غير مقروء",
  },
  pendingReviews: {
    zero: "لا تقييمات مطلوبة",
    one: "تقييم واحد للكتابة",
    two: "تقييمان للكتابة",
    few: "{count} تقييمات للكتابة",
    many: "{count} تقييمًا للكتابة",
    other: "{count} تقييم للكتابة",
  },
  nothing: "لا شيء في انتظارك.",
  prove: "أكّد بريدك الإلكتروني: افتح الرابط الذي أرسلناه إلى {email}.",
  resend: "إعادة إرسال الرابط",
  resent: "أُرسل الرابط من جديد. تعمل روابط الرسائل الجديدة والقديمة.",
};

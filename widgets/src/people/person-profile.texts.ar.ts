import { type Translation } from "../base/texts.ts";
import { type PersonProfileTexts } from "./person-profile.texts.ts";

export const texts: Translation<PersonProfileTexts> = {
  notFound: "لم يعد هذا الشخص معروضًا هنا.",
  answersWithin: "يرد عادةً خلال {time}",
  about: "نبذة",
  topics: "المواضيع",
  countries: "يعمل في",
  links: "روابط أخرى",
  website: "الموقع الإلكتروني",
  opensNewTab: "{name}، يُفتح في علامة تبويب جديدة",
  sessions: "الجلسات",
  noSessions: "لا يوجد ما يمكن حجزه حاليًا.",
  bookShort: "احجز",
  bookOffer: "احجز: {title}",
  endBooking: "العودة إلى الملف الشخصي",
  reviews: "التقييمات",
  knowledge: "المعرفة",
  communication: "التواصل",
  professionalism: "المهنية",
  ofFive: "{rating} من 5",
  someone: "أحد المستخدمين",
  noReviews: "لا توجد تقييمات بعد. تظهر هنا بعد الجلسات الأولى.",
  noWords: "تقييم بلا تعليق.",
  moreReviews: "عرض المزيد من التقييمات",
};

import { type Translation } from "../../base/texts.ts";
import { type PersonTexts } from "./person.texts.ts";

export const texts: Translation<PersonTexts> = {
  priceFrom: "ابتداءً من {price}",
  free: "مجانًا",
  ratedBy: {
    zero: "لا تقييمات",
    one: "التقييم {rating} من 5 في تقييم واحد",
    two: "التقييم {rating} من 5 في تقييمين",
    few: "التقييم {rating} من 5 في {count} تقييمات",
    many: "التقييم {rating} من 5 في {count} تقييمًا",
    other: "التقييم {rating} من 5 في {count} تقييم",
  },
  reviewCount: {
    zero: "لا تقييمات",
    one: "تقييم واحد",
    two: "تقييمان",
    few: "{count} تقييمات",
    many: "{count} تقييمًا",
    other: "{count} تقييم",
  },
  notRated: "لا توجد تقييمات بعد",
  languages: "اللغات",
  price: "السعر",
  book: "احجز جلسة",
  back: "العودة إلى القائمة",
};

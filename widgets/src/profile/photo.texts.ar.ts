import { type Translation } from "../base/texts.ts";
import { type PhotoTexts } from "./photo.texts.ts";

export const texts: Translation<PhotoTexts> = {
  photo: "صورتك",
  choose: "اختيار صورة",
  chooseOther: "اختيار صورة أخرى",
  hint: "‏JPEG أو PNG أو WebP، بحد أقصى 5 ميغابايت. يمكنك أيضًا إفلات صورة هنا.",
  tooLarge: "حجم هذه الصورة {size} ميغابايت. اختر صورة لا تتجاوز 5 ميغابايت.",
  wrongKind: "هذا الملف ليس صورة JPEG أو PNG أو WebP. اختر ملفًا آخر.",
  unreadable: "تتعذر قراءة هذه الصورة. احفظها من جديد أو اختر صورة أخرى.",
  preview: "هكذا ستظهر صورتك.",
  use: "استخدام هذه الصورة",
  cancel: "إلغاء",
  sending: "جارٍ الإرسال: {percent}٪",
  inWork: "يجري تجهيز صورتك، وستظهر هنا تلقائيًا.",
  shown: "تظهر الآن صورتك الجديدة.",
  notShown: "تعذّر عرض الصورة. اختر صورة أخرى.",
  remove: "إزالة الصورة",
  removed: "أُزيلت صورتك.",
};

import { type Translation } from "../base/texts.ts";
import { type DetailsTexts } from "./details.texts.ts";

export const texts: Translation<DetailsTexts> = {
  name: "الاسم",
  nameMissing: "اكتب اسمك.",
  email: "البريد الإلكتروني",
  emailConfirmed: "مؤكَّد",
  emailUnconfirmed: "لم يُؤكَّد بعد",
  language: "لغة الرسائل",
  timeZone: "المنطقة الزمنية للرسائل",
  currency: "العملة التي تفكر بها",
  currencyHint: "تبقى الأسعار بالعملة التي تُباع بها.",
  siteDefault: "كما في الموقع: {value}",
  visible: "إظهار ملفي الشخصي في هذا الموقع",
  visibleHint: "الملف المخفي لا يظهر في القوائم ولا يمكن حجزه. تبقى الجلسات المتفق عليها.",
  history: "الاحتفاظ بما أبحث عنه",
  historyHint: "لعرض عمليات بحثك من جديد وخدمات تشبه ما شاهدته.",
  roles: "أدوارك",
  addRole: "إضافة: {role}",
  askRole: "تقديم طلب: {role}",
  pendingRole: "{role}: قيد المراجعة",
  pendingHint: "ينظر الفريق في طلبك. حتى ذلك الحين يمكنك كتابة ملفك وتحديد أوقاتك، ولا يراك أحد ولا يحجز لديك.",
  roleAsked: "أُرسل طلبك.",
  save: "حفظ",
  saved: "حُفظت بياناتك.",
};

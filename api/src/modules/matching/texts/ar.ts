import { type Sentences } from "./sentences.ts";

export const ar: Sentences = {
  "language.shared": "بينكما لغة مشتركة: {languages}.",
  "language.none": "لا يقدّم خدماته بـ{languages}.",
  "country.same": "يعمل في بلدك، {country}.",
  "country.other": "لا يعمل في {country}.",
  "goals.close": "خبير فيما تريد: {topics}.",
  "goals.related": "يعمل في مجال قريب: {topics}.",
  "goals.far": "يعمل على أهداف غير هدفك.",
  "budget.within": "تبدأ الجلسة من {price}، ضمن ميزانيتك.",
  "budget.above": "تبدأ الجلسة من {price}، أعلى من ميزانيتك بنسبة {percent}.",
  "budget.far_above": "تبدأ الجلسة من {price}، أعلى بكثير من ميزانيتك.",
  "availability.full": "لديه وقت حين يكون لديك: {hours} في الأسبوع.",
  "availability.some": "يشاركك {hours} من أصل {wanted} في الأسبوع.",
  "availability.none": "ليس لديه وقت حين يكون لديك.",
  "rating.average": "التقييم {rating} من 5، وعدد المقيّمين {count}.",
  "rating.none": "لا تقييم بعد.",
  "factor.unknown": "غير معروف، فلا يُحتسب.",
  "adjustment.load": "أدنى في القائمة: محجوز بنسبة {percent} في الأسابيع القادمة.",
  "adjustment.newcomer": "أعلى في القائمة: جديد هنا.",
  "adjustment.reciprocity": "أدنى في القائمة: يبحث عن عملاء آخرين.",
  "adjustment.missing_must_have": "أدنى في القائمة: يشترط الموقع توافق هذا البند، وهو غير متوافق.",
};

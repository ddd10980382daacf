import { type Translation } from "../../base/texts.ts";
import { type PayTexts } from "./pay.texts.ts";

export const texts: Translation<PayTexts> = {
  total: "الإجمالي",
  pay: "ادفع {amount}",
  leaving: "تدفع في الصفحة الآمنة لمزود الدفع ثم تعود إلى هنا.",
  payWithin: "يُرجى الدفع خلال {time}.",
  checking: "جارٍ تأكيد الدفع. يستغرق ذلك بضع ثوانٍ.",
  paid: "تم الدفع. شكرًا لك.",
  agreed: "تم التأكيد. شكرًا لك.",
  expired: "انقضت مهلة الدفع ولم يُخصم أي مبلغ. يُرجى اختيار وقت جديد.",
  late: "وصل الدفع بعد انقضاء المهلة. سيُعاد إليك المبلغ كاملًا.",
  cancelled: "أُلغي هذا الطلب.",
};

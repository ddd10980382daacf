import { type Translation } from "../base/texts.ts";
import { type OrderingTexts } from "./ordering.texts.ts";

export const texts: Translation<OrderingTexts> = {
  yourOrder: "طلبك",
  change: "تغيير ما اخترته",
  thanks: "شكرًا لك، سُجّل الطلب",
  next: "أُبلغ البائع بطلبك. ما يحتاج إليه للبدء يُسأل عنه ضمن طلبك.",
  orderingAs: "أنت تطلب باسم {name} ({email}).",
  notYou: "لست أنا",
  orderFor: "اطلب مقابل {price}",
  payment: "الدفع",
  back: "العودة إلى الخدمة",
};

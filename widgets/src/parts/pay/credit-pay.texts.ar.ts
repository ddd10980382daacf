import { type Translation } from "../../base/texts.ts";
import { type CreditPayTexts } from "./credit-pay.texts.ts";

export const texts: Translation<CreditPayTexts> = {
  spend: "ادفع {amount}",
  held: "تُحفظ النقاط حتى تنتهي الجلسة، وتعود إليك إذا أُلغيت في الوقت المناسب.",
  left: "يبقى لك بعدها: {amount}.",
};

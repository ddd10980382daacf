import { type Translation } from "../base/texts.ts";
import { type CheckoutTexts } from "./checkout.texts.ts";

export const texts: Translation<CheckoutTexts> = {
  nothing: "لا يوجد طلب للدفع هنا.",
};

import { type Translation } from "../base/texts.ts";
import { type CheckoutTexts } from "./checkout.texts.ts";

export const texts: Translation<CheckoutTexts> = {
  nothing: "这里没有待付款的订单。",
};

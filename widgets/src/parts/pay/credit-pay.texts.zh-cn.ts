import { type Translation } from "../../base/texts.ts";
import { type CreditPayTexts } from "./credit-pay.texts.ts";

export const texts: Translation<CreditPayTexts> = {
  spend: "支付 {amount}",
  held: "积分会妥善保管至会话结束；按时取消会退还给您。",
  left: "之后您还剩 {amount}。",
};

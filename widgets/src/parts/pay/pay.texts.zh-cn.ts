import { type Translation } from "../../base/texts.ts";
import { type PayTexts } from "./pay.texts.ts";

export const texts: Translation<PayTexts> = {
  total: "合计",
  pay: "支付 {amount}",
  leaving: "您将在支付服务商的安全页面付款，完成后返回此处。",
  payWithin: "请在 {time} 内付款。",
  checking: "正在确认您的付款，只需几秒钟。",
  paid: "已付款，谢谢。",
  agreed: "已确认，谢谢。",
  expired: "付款时间已过，没有扣款。请重新选择时间。",
  late: "您的付款在截止时间之后到达，全部金额将退还给您。",
  cancelled: "该订单已取消。",
};

import { type Translation } from "../base/texts.ts";
import { type OrderingTexts } from "./ordering.texts.ts";

export const texts: Translation<OrderingTexts> = {
  yourOrder: "您的订单",
  change: "修改所选内容",
  thanks: "谢谢，下单成功",
  next: "卖家已收到通知。开工所需的信息，请在您的订单中填写。",
  orderingAs: "您正以 {name}（{email}）的身份下单。",
  notYou: "这不是我",
  orderFor: "提交订单，{price}",
  payment: "付款",
  back: "返回服务",
};

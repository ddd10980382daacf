import { type Translation } from "../../base/texts.ts";
import { type PayChoiceTexts } from "./pay-choice.texts.ts";

export const texts: Translation<PayChoiceTexts> = {
  choose: "请选择付款方式",
  alipay: "支付宝",
  wechat_pay: "微信支付",
  stripe: "银行卡",
  payBy: "使用{way}支付 {amount}",
  scan: "请打开手机微信，使用“扫一扫”扫描此二维码。",
  codeName: "微信支付二维码",
  waiting: "正在等待您付款，本页会自动更新。",
  codeOver: "此二维码已过期，没有扣款。",
  newCode: "显示新的二维码",
  otherWay: "使用其他方式付款",
  checkingLong: "您的付款尚未确认。确认后我们会发邮件通知您，您可以关闭此页面。",
  notPaid: "付款未完成，没有扣款。您可以重试。",
};

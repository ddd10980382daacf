import { type Translation } from "../../base/texts.ts";
import { type PayChoiceTexts } from "./pay-choice.texts.ts";

export const texts: Translation<PayChoiceTexts> = {
  choose: "كيف تود الدفع؟",
  alipay: "محفظة Alipay",
  wechat_pay: "محفظة WeChat Pay",
  stripe: "بطاقة",
  payBy: "ادفع {amount} عبر {way}",
  scan: "افتح WeChat على هاتفك واختر «مسح» وامسح هذا الرمز.",
  codeName: "رمز QR للدفع عبر WeChat Pay",
  waiting: "في انتظار دفعتك. تتحدّث هذه الصفحة تلقائيًا.",
  codeOver: "انتهت صلاحية هذا الرمز ولم يُخصم أي مبلغ.",
  newCode: "اعرض رمزًا جديدًا",
  otherWay: "ادفع بطريقة أخرى",
  checkingLong: "لم يتأكد الدفع بعد. ستصلك رسالة فور تأكيده، ويمكنك إغلاق هذه الصفحة.",
  notPaid: "لم يكتمل الدفع ولم يُخصم أي مبلغ. يمكنك المحاولة مرة أخرى.",
};

import { type Translation } from "../base/texts.ts";
import { type CancellationTexts } from "./cancellation.texts.ts";

export const texts: Translation<CancellationTexts> = {
  title: "هل تريد إلغاء هذه الجلسة؟",
  refund: "سيُعاد إليك مبلغ {amount}.",
  noRefund: "فات أوان استرداد المبلغ.",
  free: "سيصبح الوقت متاحًا للآخرين.",
  keep: "الإبقاء على الجلسة",
  cancel: "إلغاء الجلسة",
};

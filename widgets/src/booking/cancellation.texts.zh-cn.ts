import { type Translation } from "../base/texts.ts";
import { type CancellationTexts } from "./cancellation.texts.ts";

export const texts: Translation<CancellationTexts> = {
  title: "要取消本次会话吗？",
  refund: "您将获得退款 {amount}。",
  noRefund: "现在取消已无法退款。",
  free: "该时间将开放给其他人。",
  keep: "保留会话",
  cancel: "取消会话",
};

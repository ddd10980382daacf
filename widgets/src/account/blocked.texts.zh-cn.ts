import { type Translation } from "../base/texts.ts";
import { type BlockedTexts } from "./blocked.texts.ts";

export const texts: Translation<BlockedTexts> = {
  lead: "您和这些人无法找到、联系或预约对方。他们不会收到通知。",
  none: "您没有拉黑任何人。",
  since: "自 {date} 起",
  unblock: "取消拉黑",
  unblockName: "取消拉黑 {name}",
  unblocked: "已不再拉黑 {name}。",
  gone: "已离开的用户",
  more: "显示更多",
};

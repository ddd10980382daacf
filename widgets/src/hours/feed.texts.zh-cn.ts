import { type Translation } from "../base/texts.ts";
import { type FeedTexts } from "./feed.texts.ts";

export const texts: Translation<FeedTexts> = {
  intro: "在日历程序中订阅此地址，即可查看您的会话。",
  secret: "任何持有此地址的人在一年内都能看到您的会话，请勿外传。",
  address: "日历地址",
  copy: "复制",
  copied: "地址已复制。",
  selected: "地址已选中，请用键盘复制。",
  open: "在日历程序中打开",
};

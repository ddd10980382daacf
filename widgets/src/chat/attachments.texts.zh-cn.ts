import { type Translation } from "../base/texts.ts";
import { type AttachmentsTexts } from "./attachments.texts.ts";

export const texts: Translation<AttachmentsTexts> = {
  picture: "图片 {name}",
  video: "视频 {name}",
  cannotPlay: "此处无法播放，请单独打开。",
  close: "关闭",
  original: "在新标签页中打开",
};

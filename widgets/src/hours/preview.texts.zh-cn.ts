import { type Translation } from "../base/texts.ts";
import { type PreviewTexts } from "./preview.texts.ts";

export const texts: Translation<PreviewTexts> = {
  title: "客户所见",
  offer: "会话",
  next: "“{title}”接下来的空闲时间（{zone} 时间）：",
  more: "另有 {count} 个",
  noneFree: "未来四周没有空闲时间。",
  noOffer: "您尚未提供任何会话，因此无法预约。",
};

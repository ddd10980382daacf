import { type Translation } from "../base/texts.ts";
import { type OrderReviewsTexts } from "./order-reviews.texts.ts";

export const texts: Translation<OrderReviewsTexts> = {
  reviewSeller: "您对这次服务满意吗？",
  reviewBuyer: "与这位买家合作得如何？",
  blind: { other: "双方都写完之前，谁也看不到对方的评价。若对方不写，您的评价将在 {count} 天后发布。" },
  atOnce: "您的评价会立即公开。",
  overall: "总体评分",
  starsOf: { other: "{count} 星" },
  yourWords: "留言（选填）",
  sendReview: "发布评价",
  youSaid: "您的评价",
  theySaid: "对方对您的评价",
  otherSide: "对方",
  waitsForOther: "正在等待对方的评价；若对方不写，几天后自动发布。",
  hiddenByTeam: "网站团队已将其隐藏。",
  theyWait: "对方的评价发布后，您即可看到。",
};

import { type Translation } from "../../base/texts.ts";
import { type ReviewsTexts } from "./reviews.texts.ts";

export const texts: Translation<ReviewsTexts> = {
  ofFive: "{rating} 分（满分 5 分）",
  someone: "已离开的用户",
  noWords: "仅评分，未留言。",
  repliedBy: "{name} 的回复",
  yourReply: "您的回复",
  reply: "回复",
  replyTo: "回复 {name}",
  replyHint: "所有人都能看到，且不能修改。",
  sendReply: "发布回复",
  notNow: "以后再说",
  report: "举报",
  reportReview: "举报 {name} 的评价",
  reported: "谢谢。网站团队会查看。",
};

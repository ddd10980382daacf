import { type TextSource } from "../../base/texts.ts";

const en = {
  ofFive: "{rating} of 5",
  someone: "Somebody who has left",
  noWords: "No words, only the rating.",
  repliedBy: "Reply of {name}",
  yourReply: "Your reply",
  reply: "Reply",
  replyTo: "Reply to {name}",
  replyHint: "Everybody reads it, and it cannot be changed.",
  sendReply: "Publish the reply",
  notNow: "Not now",
  report: "Report",
  reportReview: "Report the review of {name}",
  reported: "Thank you. The site's team looks at it.",
} as const;

export type ReviewsTexts = typeof en;

/** What every widget says that shows reviews of gigs. */
export const reviewsTexts: TextSource<ReviewsTexts> = {
  en,
  "zh-CN": () => import("./reviews.texts.zh-cn.ts"),
  ar: () => import("./reviews.texts.ar.ts"),
};

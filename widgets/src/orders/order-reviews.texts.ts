import { type TextSource } from "../base/texts.ts";

const en = {
  reviewSeller: "How was the work?",
  reviewBuyer: "How was working for this buyer?",
  blind: {
    one: "Neither of you reads the other's review before having written one. Alone, yours is published after {count} day.",
    other:
      "Neither of you reads the other's review before having written one. Alone, yours is published after {count} days.",
  },
  atOnce: "Everybody reads your review at once.",
  overall: "Overall",
  starsOf: { one: "{count} star", other: "{count} stars" },
  yourWords: "In your words (optional)",
  sendReview: "Publish the review",
  youSaid: "Your review",
  theySaid: "What the other side says of you",
  otherSide: "The other side",
  waitsForOther: "It waits for the other side's review, and is published after some days without one.",
  hiddenByTeam: "The site's team took it from sight.",
  theyWait: "You read the other side's review once it is published.",
} as const;

export type OrderReviewsTexts = typeof en;

/** What the two sides of an order say of each other. */
export const orderReviewsTexts: TextSource<OrderReviewsTexts> = {
  en,
  "zh-CN": () => import("./order-reviews.texts.zh-cn.ts"),
  ar: () => import("./order-reviews.texts.ar.ts"),
};

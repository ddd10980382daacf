import { type Translation } from "../../base/texts.ts";
import { type ReviewsTexts } from "./reviews.texts.ts";

export const texts: Translation<ReviewsTexts> = {
  ofFive: "{rating} من 5",
  someone: "شخص غادر الموقع",
  noWords: "تقييم بلا كلمات.",
  repliedBy: "رد {name}",
  yourReply: "ردك",
  reply: "رد",
  replyTo: "الرد على {name}",
  replyHint: "يقرؤه الجميع ولا يمكن تغييره.",
  sendReply: "نشر الرد",
  notNow: "ليس الآن",
  report: "إبلاغ",
  reportReview: "الإبلاغ عن تقييم {name}",
  reported: "شكرا لك. سينظر فريق الموقع فيه.",
};

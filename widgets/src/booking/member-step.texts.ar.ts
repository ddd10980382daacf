import { type Translation } from "../base/texts.ts";
import { type MemberStepTexts } from "./member-step.texts.ts";

export const texts: Translation<MemberStepTexts> = {
  bookingAs: "أنت تحجز باسم {name} ({email}).",
  notYou: "لست أنا",
  have: "رصيدك: {amount}.",
  getCredits: "احصل على نقاط",
};

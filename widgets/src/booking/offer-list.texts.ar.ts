import { type Translation } from "../base/texts.ts";
import { type OfferListTexts } from "./offer-list.texts.ts";

export const texts: Translation<OfferListTexts> = {
  chooseOffer: "ماذا تود أن تحجز؟",
};

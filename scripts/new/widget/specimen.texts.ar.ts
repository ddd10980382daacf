import { type Translation } from "../base/texts.ts";
import { type SpecimenTexts } from "./specimen.texts.ts";

export const texts: Translation<SpecimenTexts> = {
  title: "الجلسات",
  nothing: "لا يوجد ما يمكن اختياره حاليًا.",
  choose: "اختر",
  chooseThis: "اختر {title}",
  chosen: "اخترت {title}.",
};

import { type Translation } from "../base/texts.ts";
import { type SpecimenTexts } from "./specimen.texts.ts";

export const texts: Translation<SpecimenTexts> = {
  title: "会话",
  nothing: "目前没有可选的会话。",
  choose: "选择",
  chooseThis: "选择：{title}",
  chosen: "您已选择：{title}。",
};

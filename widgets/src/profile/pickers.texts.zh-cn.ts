import { type Translation } from "../base/texts.ts";
import { type PickersTexts } from "./pickers.texts.ts";

export const texts: Translation<PickersTexts> = {
  amount: "金额",
  currency: "货币",
  morning: "上午",
  afternoon: "下午",
  evening: "晚上",
  everyDay: "每天",
  timeOfWeek: "{day}{part}",
  weekHint: "以您当地的时间为准。用方向键移动，用空格键选择。",
};

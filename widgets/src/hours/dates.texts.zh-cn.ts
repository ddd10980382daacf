import { type Translation } from "../base/texts.ts";
import { type DatesTexts } from "./dates.texts.ts";

export const texts: Translation<DatesTexts> = {
  intro: "为某一天设置不同于每周的时间，或设为不可预约。",
  none: "没有单独设置的日期。",
  date: "日期",
  off: "休息日",
  add: "添加时段",
  save: "保存此日",
  remove: "恢复每周时间",
  dateMissing: "请选择今天或以后的日期。",
  hoursMissing: "请填写时间，或设为休息日。",
  saved: "该日已保存。",
  removed: "该日已恢复每周时间。",
  more: "显示更多",
};

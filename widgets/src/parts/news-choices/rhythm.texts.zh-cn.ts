import { type Translation } from "../../base/texts.ts";
import { type RhythmTexts } from "./rhythm.texts.ts";

export const texts: Translation<RhythmTexts> = {
  title: "何时接收邮件",
  digest: "邮件",
  off: "逐封立即发送",
  hourly: "每小时汇总一次",
  daily: "每天早上汇总一次",
  weekly: "每周一早上汇总一次",
  quietHours: "免打扰时段",
  quiet: "在特定时段免打扰",
  quietHint: "届时只接收紧急通知。时区：{zone}。",
  from: "开始",
  until: "结束",
  timeMissing: "请选择时间。",
  sameTime: "请选择与开始时间不同的时间。",
  save: "保存",
  saved: "已保存。",
};

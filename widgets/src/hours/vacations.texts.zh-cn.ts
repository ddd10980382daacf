import { type Translation } from "../base/texts.ts";
import { type VacationsTexts } from "./vacations.texts.ts";

export const texts: Translation<VacationsTexts> = {
  intro: "休假期间无人可以预约您。此前约定的会话保留，由您决定。",
  none: "您没有未来的休假。",
  from: "第一天",
  until: "最后一天",
  add: "添加休假",
  fromMissing: "请选择第一天。",
  untilWrong: "请选择不早于第一天的最后一天。",
  end: "结束此休假",
  ended: "休假已取消，这些日期可再次预约。",
  added: "休假已设置。",
  inside: { other: "此休假期间有 {count} 个会话" },
  noneInside: "此期间没有会话。",
  decide: "除非您取消或提议其他时间，否则会话照常进行：",
  showInside: "查看期间会话",
  handle: "处理会话",
  more: "显示更多",
};

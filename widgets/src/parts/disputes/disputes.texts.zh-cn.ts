import { type Translation } from "../../base/texts.ts";
import { type DisputesTexts } from "./disputes.texts.ts";

export const texts: Translation<DisputesTexts> = {
  open: "有问题",
  answer: "回应",
  withdraw: "撤回异议",
  concede: "接受对方的要求",
  byYou: "您提出了异议。",
  byOther: "对方提出了异议。",
  byTeam: "网站团队正在核查。",
  otherSays: "对方表示：",
  youSay: "您表示：",
  waitsForOther: "对方可在 {time} 之前回应，之后由网站团队裁定。",
  waitsForYou: "请在 {time} 之前回应，否则网站团队将直接裁定。",
  waitsForTeam: "由网站团队裁定。",
  withdrawn: "异议已撤回。",
  conceded: "对方已接受要求。",
  ruled: "网站团队已作出裁定。",
  back: "已退还 {amount}。",
  reason: "发生了什么？",
  files: "证明文件（PDF、图片或视频，最多 5 个）",
  frozen: "解决之前款项暂不放行。对方和网站团队都能看到这些内容。",
  sureToConcede: "款项将按对方的要求处理，且无法撤销。",
  sureToWithdraw: "一切将恢复到您提出异议之前的状态。",
  send: "发送",
  notNow: "暂不",
};

import { type Translation } from "../../base/texts.ts";
import { type PersonSafetyTexts } from "./person-safety.texts.ts";

export const texts: Translation<PersonSafetyTexts> = {
  menu: "关于 {name} 的更多操作",
  block: "拉黑",
  report: "举报",
  blockTitle: "拉黑 {name}？",
  blockLead:
    "你们将无法再找到、联系或预约对方，{name} 不会收到通知。已约定的事项仍然有效，如需取消请自行处理。",
  blocked: "您已拉黑 {name}。拉黑的所有人都列在您的账户中。",
  undo: "取消拉黑",
  unblocked: "已不再拉黑 {name}。",
  cancel: "取消",
  reportTitle: "举报 {name}",
  reportLead: "站点团队会查看。{name} 不会知道是谁举报的。",
  category: "有什么问题？",
  spam: "垃圾信息或广告",
  harassment: "骚扰或威胁",
  hate: "仇恨言论",
  sexual: "色情内容",
  fraud: "欺诈",
  impersonation: "冒充他人",
  privacy: "泄露他人隐私",
  other: "其他",
  words: "具体说明",
  wordsHint: "可以留空。",
  send: "提交",
  reported: "谢谢，站点团队会查看。",
};

import { type BaseTexts } from "./base.texts.ts";
import { type Translation } from "./texts.ts";

export const texts: Translation<BaseTexts> = {
  loading: "正在加载",
  slow: "加载时间比平时长，请稍候。",
  retry: "重试",
  offline: "网络连接已断开。恢复连接后会自动继续。",
  unlicensed: "本站目前未提供此功能。",
  requestId: "如需帮助，请提供此编号：{id}",
  testMode: "测试模式：不会产生真实付款。",
  poweredBy: "由 {name} 提供支持",
  inCredits: { other: "{count} 积分" },
};

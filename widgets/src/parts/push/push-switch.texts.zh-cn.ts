import { type Translation } from "../../base/texts.ts";
import { type PushSwitchTexts } from "./push-switch.texts.ts";

export const texts: Translation<PushSwitchTexts> = {
  title: "在此浏览器中",
  lead: "即使关闭本网站，消息也会在这里送达。",
  turnOn: "开启",
  turnOff: "关闭",
  test: "发送测试",
  isOn: "此浏览器已开启。",
  turnedOn: "此浏览器已开启通知。",
  turnedOff: "此浏览器已关闭通知。",
  tested: "测试通知已发出。",
  unsupported: "此浏览器不显示通知。在 iPhone 或 iPad 上，请先将本网站添加到主屏幕。",
  denied: "本网站的通知已被阻止。请在浏览器的网站设置中允许。",
  failed: "无法为通知连接浏览器。请稍后重试。",
  others: "您的其他浏览器",
  remove: "关闭",
  removeNamed: "关闭：{device}",
  removed: "那里不再收到通知。",
};

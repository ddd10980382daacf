import { type Translation } from "../base/texts.ts";
import { type PhoneTexts } from "./phone-number.texts.ts";

export const texts: Translation<PhoneTexts> = {
  title: "短信",
  goesTo: "短信发送至",
  kept: "您在此登记的号码是",
  noTexts: "本网站目前不发送短信。",
  change: "更换号码",
  remove: "移除号码",
  keep: "保留当前号码",
  phone: "手机号码",
  phoneHint: "请包含国家代码，例如 +86 138 0013 8000。我们会向该号码发送验证码。",
  phoneWrong: "请填写包含国家代码的号码，例如 +86 138 0013 8000。",
  sendCode: "发送验证码",
  code: "短信验证码",
  codeSent: "我们已向 {phone} 发送六位验证码。",
  codeWrong: "请填写短信中的六位数字。",
  confirm: "确认号码",
  sendAgain: "重新发送验证码",
  sendAgainIn: "{seconds} 秒后可重新发送",
  other: "使用其他号码",
  confirmed: "号码已确认。请在上方选择通过短信接收的通知。",
  removed: "号码已移除。",
};

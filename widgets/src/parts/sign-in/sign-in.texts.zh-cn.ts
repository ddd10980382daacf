import { type Translation } from "../../base/texts.ts";
import { type SignInTexts } from "./sign-in.texts.ts";

export const texts: Translation<SignInTexts> = {
  name: "姓名",
  email: "电子邮箱",
  emailHint: "我们会向该邮箱发送验证码，无需密码。",
  nameMissing: "请填写您的姓名。",
  emailWrong: "请填写完整的邮箱地址，例如 name@example.com。",
  sendCode: "发送验证码",
  code: "邮件中的验证码",
  codeSent: "我们已向 {email} 发送六位验证码。如未收到，请查看垃圾邮件。",
  codeWrong: "请填写邮件中的六位数字。",
  otherEmail: "使用其他邮箱",
  sendAgain: "重新发送验证码",
  sendAgainIn: "{seconds} 秒后可重新发送",
};

import { type Translation } from "../base/texts.ts";
import { type DoorTexts } from "./door.texts.ts";

export const texts: Translation<DoorTexts> = {
  password: "密码",
  email: "邮箱",
  name: "姓名",
  signIn: "登录",
  signInTitle: "使用密码登录",
  joinTitle: "创建账户",
  join: "创建账户",
  forgotten: "忘记密码？",
  forgottenTitle: "重设密码",
  forgottenHint: "如果该邮箱已有账户，您将收到一封含链接的邮件，链接一小时内有效。",
  sendLink: "发送链接",
  linkSent: "如果 {email} 已有账户，链接已在发送途中。也请查看垃圾邮件。",
  newPassword: "新密码",
  passwordHint: "至少 8 个字符。",
  setPassword: "设置密码",
  setPasswordHint: "设置后，您会在所有设备上退出登录。",
  nameMissing: "请填写姓名。",
  emailWrong: "请填写完整邮箱，例如 name@example.com。",
  passwordMissing: "请填写密码。",
  passwordShort: "请至少填写 8 个字符。",
  roleMissing: "请至少选择一项。",
  rolesLegend: "您以什么身份加入？",
  back: "返回登录",
};

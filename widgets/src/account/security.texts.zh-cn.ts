import { type Translation } from "../base/texts.ts";
import { type SecurityTexts } from "./security.texts.ts";

export const texts: Translation<SecurityTexts> = {
  passwordTitle: "密码",
  noPassword: "您使用邮件验证码登录。登录后不久也可以设置密码。",
  currentPassword: "当前密码",
  newPassword: "新密码",
  passwordHint: "至少 8 个字符。更改后，其他设备会退出登录。",
  passwordMissing: "请填写当前密码。",
  passwordShort: "请至少填写 8 个字符。",
  changePassword: "更改密码",
  setPassword: "设置密码",
  passwordChanged: "密码已更改，其他设备均已退出登录。",
  devices: "已登录的设备",
  thisDevice: "当前设备",
  device: "{system} 上的 {browser}",
  unknownDevice: "未知设备",
  seen: "最近使用：{time}",
  end: "退出登录",
  endOthers: "退出其他所有设备",
  ended: "该设备已退出登录。",
  othersEnded: "现在您只在此处登录。",
  more: "显示更多",
};

import { type TextSource } from "../base/texts.ts";

const en = {
  passwordTitle: "Password",
  noPassword: "You sign in with codes from the mail. You can set a password as well, soon after signing in.",
  currentPassword: "Current password",
  newPassword: "New password",
  passwordHint: "At least 8 characters. Changing it signs you out on all other devices.",
  passwordMissing: "Write your current password.",
  passwordShort: "Write at least 8 characters.",
  changePassword: "Change password",
  setPassword: "Set password",
  passwordChanged: "Your password is changed. All other devices are signed out.",
  emailTitle: "E-mail address",
  newEmail: "New e-mail address",
  emailHint: "You get a link there. Until you open it, your address stays as it is.",
  emailMissing: "Write an e-mail address such as ada@example.com.",
  changeEmail: "Change address",
  emailSent: "A link was sent to {email}. Open it within a day.",
  devices: "Where you are signed in",
  thisDevice: "This device",
  device: "{browser} on {system}",
  unknownDevice: "Unknown device",
  seen: "Last seen {time}",
  end: "Sign out",
  endOthers: "Sign out everywhere else",
  ended: "That device is signed out.",
  othersEnded: "You are signed in only here now.",
  more: "Show more",
} as const;

export type SecurityTexts = typeof en;

/** What password and devices of the account say. */
export const securityTexts: TextSource<SecurityTexts> = {
  en,
  "zh-CN": () => import("./security.texts.zh-cn.ts"),
  ar: () => import("./security.texts.ar.ts"),
};

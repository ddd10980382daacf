import { type Translation } from "../../base/texts.ts";
import { voices } from "../../parts/texts.ts";

const en = {
  title: "Invitation",
  loading: "One moment, the invitation is being looked up.",
  toSignIn: "Go to the sign-in",
  join: "Join the team of {site}",
  lead: "{name} invites you to work with the team, as: {role}.",
  owner: "owner",
  admin: "administrator",
  member: "team member",
  guest: "guest",
  withAccount: "You have an account here already. Accept with its password:",
  newAccount: "You will sign in with this address:",
  name: "Your name",
  password: "Password",
  nameMissing: "Write your name.",
  passwordShort: "Write a password of 8 characters or more.",
  accept: "Accept the invitation",
  joining: "Joining",
} as const;

const zh: Translation<typeof en> = {
  title: "邀请",
  loading: "请稍候，正在查询邀请。",
  toSignIn: "前往登录",
  join: "加入 {site} 的团队",
  lead: "{name} 邀请您加入团队，角色：{role}。",
  owner: "所有者",
  admin: "管理员",
  member: "团队成员",
  guest: "访客",
  withAccount: "您已有账户，请用其密码接受邀请：",
  newAccount: "您将使用此邮箱登录：",
  name: "您的姓名",
  password: "密码",
  nameMissing: "请填写您的姓名。",
  passwordShort: "请填写至少 8 个字符的密码。",
  accept: "接受邀请",
  joining: "正在加入",
};

const ar: Translation<typeof en> = {
  title: "دعوة",
  loading: "لحظة، يجري البحث عن الدعوة.",
  toSignIn: "إلى تسجيل الدخول",
  join: "انضم إلى فريق {site}",
  lead: "يدعوك {name} إلى العمل مع الفريق بدور: {role}.",
  owner: "مالك",
  admin: "مدير",
  member: "عضو الفريق",
  guest: "ضيف",
  withAccount: "لديك حساب هنا. اقبل الدعوة بكلمة مروره:",
  newAccount: "ستسجل الدخول بهذا العنوان:",
  name: "اسمك",
  password: "كلمة المرور",
  nameMissing: "اكتب اسمك.",
  passwordShort: "اكتب كلمة مرور من 8 أحرف أو أكثر.",
  accept: "قبول الدعوة",
  joining: "جارٍ الانضمام",
};

/** What the page of an invitation says. */
export const invitationVoice = voices<typeof en>({ en, "zh-CN": zh, ar });

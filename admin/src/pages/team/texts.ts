import { type Translation } from "../../base/texts.ts";
import { voices } from "../../parts/texts.ts";

const en = {
  title: "Team",
  lead: "Everybody who works in this app for the site.",
  ofLive: "The test site shares the team of its live site. Switch to the live site to see and change it.",
  name: "Name",
  email: "E-mail",
  role: "Role",
  since: "Since",
  owner: "Owner",
  admin: "Administrator",
  member: "Team member",
  guest: "Guest",
  ownerMeans: "everything, and other owners",
  adminMeans: "everything but other owners",
  memberMeans: "the daily work: bookings, orders, applications",
  guestMeans: "sees, and changes nothing",
  roleOption: "{role}: {meaning}",
  change: "Change the role",
  changeLead: "Counts at once, also where {name} is signed in now.",
  remove: "Remove",
  removeLead: "{name} is signed out and can no longer enter the site. The account stays.",
} as const;

const zh: Translation<typeof en> = {
  title: "团队",
  lead: "在此应用中为站点工作的所有人。",
  ofLive: "测试站点使用正式站点的团队。请切换到正式站点查看和更改。",
  name: "姓名",
  email: "电子邮箱",
  role: "角色",
  since: "加入时间",
  owner: "所有者",
  admin: "管理员",
  member: "团队成员",
  guest: "访客",
  ownerMeans: "全部权限，包括管理其他所有者",
  adminMeans: "除管理所有者外的全部权限",
  memberMeans: "日常工作：预约、订单、申请",
  guestMeans: "仅可查看，不能更改",
  roleOption: "{role}：{meaning}",
  change: "更改角色",
  changeLead: "立即生效，{name} 当前已登录的地方也一样。",
  remove: "移除",
  removeLead: "{name} 将被登出，不能再进入此站点。其账户保留。",
};

const ar: Translation<typeof en> = {
  title: "الفريق",
  lead: "كل من يعمل في هذا التطبيق لأجل الموقع.",
  ofLive: "يشارك موقع الاختبار فريق موقعه الحقيقي. انتقل إلى الموقع الحقيقي لرؤيته وتغييره.",
  name: "الاسم",
  email: "البريد الإلكتروني",
  role: "الدور",
  since: "منذ",
  owner: "مالك",
  admin: "مدير",
  member: "عضو الفريق",
  guest: "ضيف",
  ownerMeans: "كل شيء، ومعه المالكون الآخرون",
  adminMeans: "كل شيء عدا المالكين الآخرين",
  memberMeans: "العمل اليومي: الحجوزات والطلبات وطلبات الانضمام",
  guestMeans: "يرى ولا يغيّر شيئًا",
  roleOption: "{role}: {meaning}",
  change: "تغيير الدور",
  changeLead: "يسري فورًا، حتى حيث {name} مسجّل الدخول الآن.",
  remove: "إزالة",
  removeLead: "يُسجَّل خروج {name} ولا يعود بإمكانه دخول الموقع. يبقى الحساب.",
};

/** What the team's page says. */
export const teamVoice = voices<typeof en>({ en, "zh-CN": zh, ar });

import { type Contract } from "@tessera/sdk/browser";
import { type Desk } from "../../base/desk.ts";
import { type Language, type Translation } from "../../base/texts.ts";
import { voices } from "../../parts/texts.ts";

const en = {
  title: "Members",
  nothingYet: "No members yet. Whoever signs in on the site appears here.",
  back: "All members",
  name: "Name",
  email: "E-mail",
  search: "Name or e-mail",
  roles: "Roles",
  pendingRoles: "Waiting for approval",
  role: "Role",
  status: "Status",
  since: "Member since",
  verified: "E-mail confirmed",
  yes: "Yes",
  no: "No",
  language: "Language",
  timeZone: "Time zone",
  externalId: "Own id",
  orders: "Bookings as a client",
  active: "Active",
  suspended: "Suspended",
  deactivated: "Deactivated",
  banned: "Banned",
  changeRoles: "Change roles",
  deactivate: "Deactivate",
  deactivateLead: "They are signed out and cannot sign in until they are reactivated.",
  reactivate: "Reactivate",
  reactivateLead: "They can sign in again.",
  giveSession: "Give a session",
  giveSessionLead: "Books it for the member at once, as an order with nothing to pay. Both are told.",
  teamReason: "Reason, for the team alone",
  bookSession: "Book a session",
  bookSessionLead:
    "Books it for the member at once and without an order: nothing is paid or kept in the accounts. Both are told.",
  sessionGiven: "The session is booked, and both sides are told.",
  reason: "Reason",
} as const;

const zh: Translation<typeof en> = {
  title: "会员",
  nothingYet: "还没有会员。在网站上登录的人会显示在这里。",
  back: "全部会员",
  name: "姓名",
  email: "电子邮箱",
  search: "姓名或邮箱",
  roles: "角色",
  pendingRoles: "等待批准的角色",
  role: "角色",
  status: "状态",
  since: "加入时间",
  verified: "邮箱已验证",
  yes: "是",
  no: "否",
  language: "语言",
  timeZone: "时区",
  externalId: "自有编号",
  orders: "作为客户的预约",
  active: "正常",
  suspended: "已暂停",
  deactivated: "已停用",
  banned: "已封禁",
  changeRoles: "更改角色",
  deactivate: "停用",
  deactivateLead: "该会员将被登出，重新启用前无法登录。",
  reactivate: "重新启用",
  reactivateLead: "该会员可以再次登录。",
  giveSession: "赠送课程",
  giveSessionLead: "立即为会员预约，生成无需付款的订单。双方都会收到通知。",
  teamReason: "原因（仅团队可见）",
  bookSession: "代为预约",
  bookSessionLead: "立即为会员预约，不产生订单：无需付款，也不计入账目。双方都会收到通知。",
  sessionGiven: "课程已预约，双方均已收到通知。",
  reason: "原因",
};

const ar: Translation<typeof en> = {
  title: "الأعضاء",
  nothingYet: "لا أعضاء بعد. سيظهر هنا كل من يسجّل الدخول في الموقع.",
  back: "كل الأعضاء",
  name: "الاسم",
  email: "البريد الإلكتروني",
  search: "الاسم أو البريد",
  roles: "الأدوار",
  pendingRoles: "أدوار تنتظر الموافقة",
  role: "الدور",
  status: "الحالة",
  since: "عضو منذ",
  verified: "البريد مؤكّد",
  yes: "نعم",
  no: "لا",
  language: "اللغة",
  timeZone: "المنطقة الزمنية",
  externalId: "المعرّف الخاص",
  orders: "الحجوزات بصفة عميل",
  active: "نشط",
  suspended: "موقوف مؤقتًا",
  deactivated: "معطّل",
  banned: "محظور",
  changeRoles: "تغيير الأدوار",
  deactivate: "تعطيل",
  deactivateLead: "يُسجَّل خروج العضو ولا يمكنه الدخول حتى يُعاد تفعيله.",
  reactivate: "إعادة التفعيل",
  reactivateLead: "يمكن للعضو الدخول من جديد.",
  giveSession: "تقديم جلسة مجانا",
  giveSessionLead: "تُحجز للعضو فورا بطلب لا يُدفع فيه شيء. يُبلَّغ الطرفان.",
  teamReason: "السبب، للفريق وحده",
  bookSession: "حجز جلسة",
  bookSessionLead: "تُحجز للعضو فورا من دون طلب: لا يُدفع شيء ولا يُسجَّل في الحسابات. يُبلَّغ الطرفان.",
  sessionGiven: "حُجزت الجلسة وأُبلغ الطرفان.",
  reason: "السبب",
};

/** What the members' pages say. */
export const membersVoice = voices<typeof en>({ en, "zh-CN": zh, ar });

type Role = NonNullable<Contract["identity"]["listMembers"]["input"]["role"]>;

// Keyed by the contract's roles: one that the API adds does not compile until it has its words here.
const roleTexts: Readonly<Record<Language, Readonly<Record<Role, string>>>> = {
  en: {
    client: "Client",
    coach: "Coach",
    seller: "Seller",
    developer: "Developer",
    senior_developer: "Senior developer",
    teacher: "Teacher",
    learner: "Learner",
    candidate: "Candidate",
    recruiter: "Recruiter",
    qa: "Quality assurance",
    moderator: "Moderator",
    admin: "Administrator",
  },
  "zh-CN": {
    client: "客户",
    coach: "教练",
    seller: "卖家",
    developer: "开发者",
    senior_developer: "高级开发者",
    teacher: "教师",
    learner: "学员",
    candidate: "求职者",
    recruiter: "招聘者",
    qa: "质量保证",
    moderator: "版主",
    admin: "管理员",
  },
  ar: {
    client: "عميل",
    coach: "مدرّب شخصي",
    seller: "بائع",
    developer: "مطوّر",
    senior_developer: "مطوّر أول",
    teacher: "معلّم",
    learner: "متعلّم",
    candidate: "مرشّح",
    recruiter: "مسؤول توظيف",
    qa: "ضمان الجودة",
    moderator: "مشرف",
    admin: "مدير",
  },
};

const isRole = (name: string): name is Role => name in roleTexts.en;

/** The marketplace's roles in the order they are offered. */
export const roles: readonly Role[] = Object.keys(roleTexts.en).filter(isRole);

/** A role in the reader's language; one that a newer API may know is shown as it is. */
export const roleText = ({ language }: Pick<Desk, "language">, name: string): string =>
  isRole(name) ? roleTexts[language][name] : name;

/** Several roles in the reader's language, one after the other. */
export const rolesText = (desk: Pick<Desk, "language">, names: readonly string[]): string =>
  names.map((name) => roleText(desk, name)).join(", ");

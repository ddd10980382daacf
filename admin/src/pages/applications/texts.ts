import { type Translation } from "../../base/texts.ts";
import { voices } from "../../parts/texts.ts";

const en = {
  title: "Applications",
  nothingYet:
    "No applications yet. Whoever wants to offer something on the site appears here with their profile.",
  person: "Person",
  role: "Role",
  state: "State",
  note: "Note",
  at: "Applied",
  reason: "Reason",
  applied: "Open",
  approved: "Approved",
  rejected: "Rejected",
  withdrawn: "Withdrawn",
  approve: "Approve",
  approveLead: "{name} is listed and can be booked from now on.",
  reject: "Reject",
  rejectLead: "The reason is mailed to {name}, who may apply again.",
} as const;

const zh: Translation<typeof en> = {
  title: "入驻申请",
  nothingYet: "还没有入驻申请。想在网站上提供服务的人会连同其资料显示在这里。",
  person: "申请人",
  role: "角色",
  state: "状态",
  note: "说明",
  at: "申请时间",
  reason: "原因",
  applied: "待处理",
  approved: "已通过",
  rejected: "已拒绝",
  withdrawn: "已撤回",
  approve: "通过",
  approveLead: "{name} 将立即展示并可被预约。",
  reject: "拒绝",
  rejectLead: "原因将通过邮件告知 {name}，对方可再次申请。",
};

const ar: Translation<typeof en> = {
  title: "طلبات الانضمام",
  nothingYet: "لا طلبات انضمام بعد. سيظهر هنا مع ملفه كل من يريد أن يقدّم شيئًا في الموقع.",
  person: "الشخص",
  role: "الدور",
  state: "الحالة",
  note: "ملاحظة",
  at: "تاريخ التقديم",
  reason: "السبب",
  applied: "مفتوح",
  approved: "مقبول",
  rejected: "مرفوض",
  withdrawn: "مسحوب",
  approve: "قبول",
  approveLead: "يظهر {name} في القائمة ويمكن حجزه من الآن.",
  reject: "رفض",
  rejectLead: "يُرسل السبب بالبريد إلى {name}، ويمكن التقديم مرة أخرى.",
};

/** What the applications' page says. */
export const applicationsVoice = voices<typeof en>({ en, "zh-CN": zh, ar });

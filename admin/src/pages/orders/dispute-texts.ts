import { type Translation } from "../../base/texts.ts";
import { voices } from "../../parts/texts.ts";

const en = {
  disputes: "Disputes that wait",
  dispute: "Dispute",
  openedBy: "Opened",
  theirReason: "What they say",
  theirReply: "The answer",
  evidence: "Files",
  replyUntil: "Answer by",
  outcome: "How it ended",
  withdrawn: "Taken back or dismissed",
  conceded: "The other side gave in",
  ruled: "Decided by the team",
  rule: "Decide the dispute",
  ruleLead: "{held} is kept. The part you name goes back to the client, the rest to the provider.",
  clientShare: "Percent for the client",
  wrongShare: "Write a number from 0 to 100.",
  ruling: "Reason, for both sides",
  dismiss: "Dismiss the dispute",
  dismissLead: "The order goes on as if nobody had objected.",
  freeze: "Open a dispute",
  freezeLead: "The money stays where it is until you decide.",
} as const;

const zh: Translation<typeof en> = {
  disputes: "待处理的争议",
  dispute: "争议",
  openedBy: "发起",
  theirReason: "发起方陈述",
  theirReply: "对方回应",
  evidence: "文件",
  replyUntil: "回应截止",
  outcome: "结果",
  withdrawn: "已撤回或驳回",
  conceded: "对方已接受",
  ruled: "由团队裁定",
  rule: "裁定争议",
  ruleLead: "托管中有 {held}。您填写的比例退还客户，其余归服务者。",
  clientShare: "退还客户的百分比",
  wrongShare: "请填写 0 到 100 之间的数字。",
  ruling: "理由，双方可见",
  dismiss: "驳回争议",
  dismissLead: "订单将照常继续，如同无人提出异议。",
  freeze: "发起争议",
  freezeLead: "在您裁定之前款项保持不动。",
};

const ar: Translation<typeof en> = {
  disputes: "نزاعات بانتظار القرار",
  dispute: "النزاع",
  openedBy: "فُتح",
  theirReason: "ما يقوله المعترض",
  theirReply: "رد الطرف الآخر",
  evidence: "الملفات",
  replyUntil: "الرد قبل",
  outcome: "كيف انتهى",
  withdrawn: "سُحب أو رُفض",
  conceded: "قبل الطرف الآخر",
  ruled: "قرره الفريق",
  rule: "البتّ في النزاع",
  ruleLead: "المبلغ المحفوظ {held}. يعود الجزء الذي تحدده إلى العميل والباقي إلى مقدّم الخدمة.",
  clientShare: "النسبة المئوية للعميل",
  wrongShare: "اكتب رقما من 0 إلى 100.",
  ruling: "السبب، يقرؤه الطرفان",
  dismiss: "رفض النزاع",
  dismissLead: "يمضي الطلب كأن أحدا لم يعترض.",
  freeze: "فتح نزاع",
  freezeLead: "يبقى المال مكانه حتى تقرر.",
};

/** The words of disputes. */
export const disputesVoice = voices<typeof en>({ en, "zh-CN": zh, ar });

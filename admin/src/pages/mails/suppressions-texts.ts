import { type Translation } from "../../base/texts.ts";
import { voices } from "../../parts/texts.ts";

const en = {
  title: "Suppressed addresses",
  nothingYet: "No address is suppressed. Addresses that refuse mails appear here.",
  lead: "These addresses get no more mails: the mail came back for good, or somebody called it spam.",
  back: "Messages",
  address: "Address",
  why: "Why",
  bounce: "Came back",
  complaint: "Called spam",
  source: "Told by",
  since: "Since",
  search: "Part of the address",
  remove: "Send mails again",
  removeLead: "{address} gets mails again. If the next one comes back, it is suppressed again.",
  reason: "Reason, for the team",
} as const;

const zh: Translation<typeof en> = {
  title: "停发地址",
  nothingYet: "没有停发地址。拒收邮件的地址会显示在这里。",
  lead: "这些地址不再收到邮件：邮件被永久退回，或被标记为垃圾邮件。",
  back: "消息",
  address: "地址",
  why: "原因",
  bounce: "已退回",
  complaint: "标记为垃圾邮件",
  source: "来源",
  since: "开始时间",
  search: "地址的一部分",
  remove: "恢复发送邮件",
  removeLead: "{address} 将重新收到邮件。如果下一封被退回，会再次停发。",
  reason: "原因（供团队查看）",
};

const ar: Translation<typeof en> = {
  title: "العناوين الموقوفة",
  nothingYet: "لا عناوين موقوفة. ستظهر هنا العناوين التي ترفض البريد.",
  lead: "لا تتلقى هذه العناوين رسائل بعد الآن: ارتدّت الرسالة نهائيًا أو عدّها أحدهم مزعجة.",
  back: "الرسائل",
  address: "العنوان",
  why: "السبب",
  bounce: "ارتدّت",
  complaint: "عُدّت مزعجة",
  source: "المصدر",
  since: "منذ",
  search: "جزء من العنوان",
  remove: "إرسال الرسائل من جديد",
  removeLead: "يتلقى {address} الرسائل من جديد. وإن ارتدّت التالية أُوقف مجددًا.",
  reason: "السبب، للفريق",
};

/** What the list of suppressed addresses says. */
export const suppressionsVoice = voices<typeof en>({ en, "zh-CN": zh, ar });

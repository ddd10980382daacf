import { type Translation } from "../../base/texts.ts";
import { voices } from "../../parts/texts.ts";

const en = {
  title: "What both sides and the team write",
  lead: "Both sides read what you write here, as the words of the site's team. Opening it is noted in the audit log.",
  open: "Open the conversation",
  none: "Nobody has written anything yet.",
  earlier: "Show earlier messages",
  look: "Look for new messages",
  team: "The site's team",
  gone: "Somebody",
  deleted: "Deleted by its sender.",
  hidden: "Taken from sight by the team.",
  edited: "edited",
  inReplyTo: "In reply to {name}: {text}",
  text: "Message to both sides",
  missing: "Write something first.",
  send: "Send to both sides",
} as const;

const zh: Translation<typeof en> = {
  title: "双方与团队的对话",
  lead: "您在此写的内容会以网站团队的名义显示给双方。查看对话会记入审计日志。",
  open: "打开对话",
  none: "还没有人发言。",
  earlier: "显示更早的消息",
  look: "查看新消息",
  team: "网站团队",
  gone: "某人",
  deleted: "已被发送者删除。",
  hidden: "已被团队隐藏。",
  edited: "已编辑",
  inReplyTo: "回复{name}：{text}",
  text: "给双方的消息",
  missing: "请先填写内容。",
  send: "发送给双方",
};

const ar: Translation<typeof en> = {
  title: "ما يكتبه الطرفان والفريق",
  lead: "يقرأ الطرفان ما تكتبه هنا باسم فريق الموقع. يُسجَّل فتح المحادثة في سجل التدقيق.",
  open: "فتح المحادثة",
  none: "لم يكتب أحد شيئا بعد.",
  earlier: "عرض رسائل أقدم",
  look: "البحث عن رسائل جديدة",
  team: "فريق الموقع",
  gone: "شخص ما",
  deleted: "حذفها مرسلها.",
  hidden: "حجبها الفريق.",
  edited: "معدَّلة",
  inReplyTo: "ردا على {name}: {text}",
  text: "رسالة إلى الطرفين",
  missing: "اكتب شيئا أولا.",
  send: "إرسال إلى الطرفين",
};

/** The words of a dispute's conversation. */
export const talkVoice = voices<typeof en>({ en, "zh-CN": zh, ar });

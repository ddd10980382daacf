import { type Say, type Translation } from "../../base/texts.ts";
import { voices } from "../../parts/texts.ts";

const en = {
  title: "Quarantined uploads",
  nothingYet: "No upload is in quarantine. Files in which the scanner finds something appear here.",
  lead: "Malware was found in these files. The sender was told at once, nobody can open them, and they go by themselves after 30 days.",
  back: "All cases",
  name: "File",
  finding: "Found",
  purpose: "Uploaded as",
  "messaging.attachment": "Attachment of a message",
  "people.photo": "Photo of a profile",
  uploader: "Uploaded by",
  member: "Member",
  visitor: "Visitor",
  staff: "Team member",
  server: "The site's server",
  since: "Since",
  delete: "Delete",
  deleteLead: "{name} is deleted for good. That you did it is noted in the audit log.",
} as const;

const zh: Translation<typeof en> = {
  title: "已隔离的上传文件",
  nothingYet: "没有已隔离的上传文件。扫描发现问题的文件会显示在这里。",
  lead: "在这些文件中发现了恶意软件。发送者已立即得到通知，任何人都无法打开它们，30 天后会自动删除。",
  back: "全部案件",
  name: "文件",
  finding: "发现",
  purpose: "上传用途",
  "messaging.attachment": "消息附件",
  "people.photo": "个人资料照片",
  uploader: "上传者",
  member: "会员",
  visitor: "访客",
  staff: "团队成员",
  server: "站点服务器",
  since: "开始时间",
  delete: "删除",
  deleteLead: "{name} 将被永久删除。此操作会记入审计日志。",
};

const ar: Translation<typeof en> = {
  title: "ملفات مرفوعة في الحجر",
  nothingYet: "لا ملفات في الحجر. ستظهر هنا الملفات التي يجد الفاحص فيها شيئًا.",
  lead: "عُثر في هذه الملفات على برامج ضارة. أُبلغ المرسل فورًا، ولا يستطيع أحد فتحها، وتُحذف من تلقاء نفسها بعد 30 يومًا.",
  back: "كل القضايا",
  name: "الملف",
  finding: "ما عُثر عليه",
  purpose: "رُفع بصفته",
  "messaging.attachment": "مرفق رسالة",
  "people.photo": "صورة ملف شخصي",
  uploader: "رفعه",
  member: "عضو",
  visitor: "زائر",
  staff: "عضو في الفريق",
  server: "خادم الموقع",
  since: "منذ",
  delete: "حذف",
  deleteLead: "سيُحذف {name} نهائيًا. يُسجَّل ذلك في سجل التدقيق.",
};

/** Says the texts of the page of quarantined uploads. */
export const quarantineVoice = voices<typeof en>({ en, "zh-CN": zh, ar });

/** What an upload was for; its name in the API where the app knows no words for it. */
export const purposeText = (say: Say<typeof en>, purpose: string): string =>
  purpose === "messaging.attachment" || purpose === "people.photo" ? say(purpose) : purpose;

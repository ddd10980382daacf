import { type MailLocale } from "../../identity/index.ts";

interface InfectedTexts {
  readonly subject: (site: string) => string;
  readonly intro: (site: string) => string;
  readonly file: string;
  readonly finding: string;
  readonly sender: string;
  /** Senders who have no name. */
  readonly senders: Readonly<Record<"visitor" | "staff" | "server", string>>;
  readonly button: string;
  readonly ending: string;
}

/** What moderators read about an upload in which malware was found. */
export const infectedTexts: Readonly<Record<MailLocale, InfectedTexts>> = {
  en: {
    subject: (site) => `Malware in an upload to ${site}`,
    intro: (site) =>
      `Somebody uploaded a file to ${site} in which malware was found. It was refused, and nobody can open it.`,
    file: "File",
    finding: "Found",
    sender: "Sent by",
    senders: { visitor: "a visitor", staff: "somebody of the team", server: "the site's server" },
    button: "See harmful files",
    ending: "The sender was told that the file is refused. It is deleted by itself after 30 days.",
  },
  "zh-CN": {
    subject: (site) => `上传到 ${site} 的文件含有恶意软件`,
    intro: (site) => `有人向 ${site} 上传了含有恶意软件的文件。该文件已被拒绝，任何人都无法打开。`,
    file: "文件",
    finding: "检出",
    sender: "发送者",
    senders: { visitor: "访客", staff: "团队成员", server: "网站服务器" },
    button: "查看有害文件",
    ending: "发送者已获知文件被拒绝。文件将在 30 天后自动删除。",
  },
  ar: {
    subject: (site) => `برمجية خبيثة في ملف رفع إلى ${site}`,
    intro: (site) => `رفع أحدهم إلى ${site} ملفا وجدت فيه برمجية خبيثة. رفض الملف ولا يستطيع أحد فتحه.`,
    file: "الملف",
    finding: "ما وجد",
    sender: "المرسل",
    senders: { visitor: "زائر", staff: "أحد أعضاء الفريق", server: "خادم الموقع" },
    button: "عرض الملفات الضارة",
    ending: "أبلغ المرسل برفض الملف. يحذف الملف تلقائيا بعد 30 يوما.",
  },
};

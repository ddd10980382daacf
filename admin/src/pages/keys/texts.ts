import { type Translation } from "../../base/texts.ts";
import { voices } from "../../parts/texts.ts";

const en = {
  title: "API keys",
  add: "Create a key",
  name: "Name",
  kind: "Kind",
  publishable: "Publishable",
  secret: "Secret",
  kindHint: "A publishable key stands on pages; a secret key stays on your server.",
  key: "Key",
  created: "Created",
  used: "Last used",
  ends: "Valid until",
  includeEnded: "Show",
  ended: "Ended ones too",
  revoked: "Revoked",
  roll: "Replace",
  rollLead: "{name}: the old key goes on working for the hours you choose.",
  overlap: "Hours the old key goes on working",
  hoursWrong: "Write whole hours.",
  revoke: "Revoke",
  revokeLead: "{name} stops working at once, wherever it is in use.",
} as const;

const zh: Translation<typeof en> = {
  title: "API 密钥",
  add: "创建密钥",
  name: "名称",
  kind: "类型",
  publishable: "公开密钥",
  secret: "私密密钥",
  kindHint: "公开密钥用于网页；私密密钥只留在您的服务器上。",
  key: "密钥",
  created: "创建时间",
  used: "最近使用",
  ends: "有效期至",
  includeEnded: "显示",
  ended: "包括已失效的",
  revoked: "已吊销",
  roll: "更换",
  rollLead: "{name}：旧密钥将在您选择的小时数内继续有效。",
  overlap: "旧密钥继续有效的小时数",
  hoursWrong: "请填写整数小时。",
  revoke: "吊销",
  revokeLead: "{name} 将立即在所有使用处失效。",
};

const ar: Translation<typeof en> = {
  title: "مفاتيح API",
  add: "إنشاء مفتاح",
  name: "الاسم",
  kind: "النوع",
  publishable: "علني",
  secret: "سري",
  kindHint: "يوضع المفتاح العلني في الصفحات، ويبقى السري على خادمك.",
  key: "المفتاح",
  created: "أُنشئ",
  used: "آخر استخدام",
  ends: "صالح حتى",
  includeEnded: "العرض",
  ended: "المنتهية أيضًا",
  revoked: "مُلغى",
  roll: "استبدال",
  rollLead: "{name}: يواصل المفتاح القديم العمل عدد الساعات الذي تختاره.",
  overlap: "ساعات استمرار المفتاح القديم",
  hoursWrong: "اكتب عدد ساعات صحيحًا.",
  revoke: "إلغاء",
  revokeLead: "يتوقف {name} عن العمل فورًا أينما استُخدم.",
};

/** What the keys' page says. */
export const keysVoice = voices<typeof en>({ en, "zh-CN": zh, ar });

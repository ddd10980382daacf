import { type Translation } from "../../base/texts.ts";
import { voices } from "../../parts/texts.ts";

const en = {
  title: "Settings",
  origins: "Where it may be embedded",
  originsLead:
    "Pages of these addresses may use the publishable key. One a line, such as https://www.example.com.",
  originsLabel: "Addresses",
  originWrong: "This is no address without a path: {origin}",
  brand: "Brand",
  colour: "Colour",
  colourWrong: "Write a colour as #rrggbb.",
  productName: "Name on pages and in mails",
  productNameHint: "Empty shows the site's own name.",
  preview: "Preview",
  previewTitle: "Book a session",
  previewButton: "Choose a time",
  embed: "On your own pages",
  embedLead: "The script once, and a tag where the calendar belongs.",
  copy: "Copy",
  copied: "Copied",
  save: "Save",
  saving: "Saving",
  saved: "Saved. It counts from the next request on.",
} as const;

const zh: Translation<typeof en> = {
  title: "设置",
  origins: "允许嵌入的网站",
  originsLead: "这些地址的页面可以使用公开密钥。每行一个，例如 https://www.example.com。",
  originsLabel: "地址",
  originWrong: "这不是不带路径的地址：{origin}",
  brand: "品牌",
  colour: "颜色",
  colourWrong: "请按 #rrggbb 格式填写颜色。",
  productName: "页面和邮件中显示的名称",
  productNameHint: "留空则显示站点名称。",
  preview: "预览",
  previewTitle: "预约课程",
  previewButton: "选择时间",
  embed: "放到您自己的网页上",
  embedLead: "脚本写一次，标签写在日历应出现的位置。",
  copy: "复制",
  copied: "已复制",
  save: "保存",
  saving: "正在保存",
  saved: "已保存，从下一次请求起生效。",
};

const ar: Translation<typeof en> = {
  title: "الإعدادات",
  origins: "أين يُسمح بالتضمين",
  originsLead:
    "يحق لصفحات هذه العناوين استخدام المفتاح العلني. عنوان في كل سطر، مثل https://www.example.com.",
  originsLabel: "العناوين",
  originWrong: "هذا ليس عنوانًا من دون مسار: {origin}",
  brand: "العلامة التجارية",
  colour: "اللون",
  colourWrong: "اكتب اللون بصيغة ‎#rrggbb.",
  productName: "الاسم في الصفحات والرسائل",
  productNameHint: "إن تُرك فارغًا ظهر اسم الموقع.",
  preview: "معاينة",
  previewTitle: "احجز جلسة",
  previewButton: "اختر وقتًا",
  embed: "على صفحاتك",
  embedLead: "يوضع البرنامج النصي مرة واحدة، والوسم حيث يظهر التقويم.",
  copy: "نسخ",
  copied: "تم النسخ",
  save: "حفظ",
  saving: "جارٍ الحفظ",
  saved: "حُفظت الإعدادات وتسري من الطلب التالي.",
};

/** What the settings' page says. */
export const settingsVoice = voices<typeof en>({ en, "zh-CN": zh, ar });

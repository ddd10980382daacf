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
  previewLead: "The site's own booking calendar in this colour. It can only be looked at here.",
  previewNone: "It is shown once the site has a publishable key and somebody offers a session.",
  previewLight: "The booking calendar on a light page",
  previewDark: "The booking calendar on a dark page",
  light: "Light",
  dark: "Dark",
  contrast: "Text on the colour {text} : 1, the colour on the page {surface} : 1.",
  contrastWeak: "Below 3 : 1 buttons are hard to tell from the page.",
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
  previewLead: "这是采用该颜色的站点预约日历，在此仅供查看。",
  previewNone: "站点有公开密钥且有人提供课程后，这里会显示预览。",
  previewLight: "浅色页面上的预约日历",
  previewDark: "深色页面上的预约日历",
  light: "浅色",
  dark: "深色",
  contrast: "颜色上的文字 {text} : 1，颜色与页面 {surface} : 1。",
  contrastWeak: "低于 3 : 1 时，按钮难以与页面区分。",
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
  previewLead: "تقويم الحجز الخاص بالموقع بهذا اللون، وهو هنا للمشاهدة فقط.",
  previewNone: "تظهر المعاينة حين يكون للموقع مفتاح علني ويعرض أحدهم جلسة.",
  previewLight: "تقويم الحجز في صفحة فاتحة",
  previewDark: "تقويم الحجز في صفحة داكنة",
  light: "فاتح",
  dark: "داكن",
  contrast: "تباين النص على اللون {text} إلى 1، وتباين اللون مع الصفحة {surface} إلى 1.",
  contrastWeak: "دون 3 إلى 1 يصعب تمييز الأزرار من الصفحة.",
  save: "حفظ",
  saving: "جارٍ الحفظ",
  saved: "حُفظت الإعدادات وتسري من الطلب التالي.",
};

/** What the settings' page says. */
export const settingsVoice = voices<typeof en>({ en, "zh-CN": zh, ar });

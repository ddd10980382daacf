import { type FieldSentences } from "../../platform/field-sentences.ts";

/** What the module says at single fields, by the English sentence that stands at the rule. */
export const fieldSentences: FieldSentences = {
  "This is your address already. Write another one.": {
    "zh-CN": "这已经是您的邮箱。请填写另一个。",
    ar: "هذا عنوانك الحالي. اكتب عنوانا آخر.",
  },
  "Only bcrypt hashes ($2a$, $2b$ or $2y$) can be taken over.": {
    "zh-CN": "只能导入 bcrypt 散列（$2a$、$2b$ 或 $2y$）。",
    ar: "لا تنقل إلا تجزئات bcrypt ($2a$ أو $2b$ أو $2y$).",
  },
  "The code has six digits.": { "zh-CN": "验证码是六位数字。", ar: "الرمز من ستة أرقام." },
  "Write the name on one line.": { "zh-CN": "姓名请写在一行内。", ar: "اكتب الاسم في سطر واحد." },
  "Write your name.": { "zh-CN": "请填写您的姓名。", ar: "اكتب اسمك." },
  "Write 3 to 55 small letters, digits and hyphens.": {
    "zh-CN": "请填写 3 到 55 个小写字母、数字和连字符。",
    ar: "اكتب من 3 إلى 55 حرفا لاتينيا صغيرا أو رقما أو شرطة.",
  },
  "There is no such permission.": { "zh-CN": "没有这项权限。", ar: "لا توجد صلاحية كهذه." },
  "This page is not on one of the site's allowed origins.": {
    "zh-CN": "此页面不在网站允许的来源之内。",
    ar: "هذه الصفحة ليست ضمن المصادر المسموح بها للموقع.",
  },
  "Write a currency as three capital letters, such as EUR.": {
    "zh-CN": "请用三个大写字母填写货币，例如 EUR。",
    ar: "اكتب العملة بثلاثة أحرف كبيرة مثل EUR.",
  },
  "A history of searches is kept or off.": {
    "zh-CN": "搜索记录只能是 kept 或 off。",
    ar: "سجل البحث إما kept أو off.",
  },
  "Whether somebody is there is shown or hidden.": {
    "zh-CN": "在线状态只能是 shown 或 hidden。",
    ar: "حالة التواجد إما shown أو hidden.",
  },
  "A profile is shown or hidden.": {
    "zh-CN": "个人资料只能是 shown 或 hidden。",
    ar: "الملف إما shown أو hidden.",
  },
  "At most 50 preferences at a time.": {
    "zh-CN": "一次最多 50 项偏好。",
    ar: "50 تفضيلا على الأكثر في المرة.",
  },
  "Write a time zone as the tz database names it, such as Europe/Berlin.": {
    "zh-CN": "请按 tz 数据库的名称填写时区，例如 Europe/Berlin。",
    ar: "اكتب المنطقة الزمنية كما تسميها قاعدة tz مثل Europe/Berlin.",
  },
};

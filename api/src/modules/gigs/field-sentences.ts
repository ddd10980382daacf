import { type FieldSentences } from "../../platform/field-sentences.ts";

/** What the module says at single fields, by the English sentence that stands at the rule. */
export const fieldSentences: FieldSentences = {
  "Name the member whose gigs they are.": {
    "zh-CN": "请指明服务所属的会员。",
    ar: "اذكر العضو صاحب الخدمات.",
  },
  "Write small letters, digits and hyphens, such as logo-design.": {
    "zh-CN": "请填写小写字母、数字和连字符，例如 logo-design。",
    ar: "اكتب حروفا لاتينية صغيرة وأرقاما وشرطات مثل logo-design.",
  },
  "The tree goes four levels deep. Choose a parent further up.": {
    "zh-CN": "分类最多四级。请选择更上层的分类。",
    ar: "للشجرة أربعة مستويات. اختر تصنيفا أعلى.",
  },
  "A category cannot go below itself. Choose another parent.": {
    "zh-CN": "分类不能移到自身之下。请选择其他上级分类。",
    ar: "لا يوضع التصنيف تحت نفسه. اختر تصنيفا آخر.",
  },
  "This category has another parent. Choose a sibling.": {
    "zh-CN": "此分类属于其他上级。请选择同级分类。",
    ar: "لهذا التصنيف أصل آخر. اختر تصنيفا من المستوى نفسه.",
  },
  "There is no such category. Choose one of the tree.": {
    "zh-CN": "没有此分类。请从分类树中选择。",
    ar: "لا يوجد تصنيف كهذا. اختر واحدا من الشجرة.",
  },
  "Only a question of the kind choice has choices.": {
    "zh-CN": "只有选择题才有选项。",
    ar: "الخيارات لأسئلة الاختيار فقط.",
  },
  "Write at least two different choices.": {
    "zh-CN": "请至少填写两个不同的选项。",
    ar: "اكتب خيارين مختلفين على الأقل.",
  },
  "The gig has no such entry. Leave the id out.": {
    "zh-CN": "此服务没有这一项。请不要填写 id。",
    ar: "لا يوجد عنصر كهذا في الخدمة. لا تذكر المعرف.",
  },
  "A gig that was published keeps its currency.": {
    "zh-CN": "已发布过的服务不能更改货币。",
    ar: "الخدمة التي نُشرت تحتفظ بعملتها.",
  },
  "Name every file of the gig, each once.": {
    "zh-CN": "请列出此服务的每个文件，每个一次。",
    ar: "اذكر كل ملفات الخدمة، كل ملف مرة واحدة.",
  },
  "Write a title of at least 4 letters.": {
    "zh-CN": "请填写至少 4 个字的标题。",
    ar: "اكتب عنوانا من 4 أحرف على الأقل.",
  },
  "Write a description of at least 30 letters.": {
    "zh-CN": "请填写至少 30 个字的说明。",
    ar: "اكتب وصفا من 30 حرفا على الأقل.",
  },
  "Say at least one thing it takes.": {
    "zh-CN": "请至少填写一项条件。",
    ar: "اذكر شرطا واحدا على الأقل.",
  },
  "Give at least one part a weight.": {
    "zh-CN": "请至少为一项设置权重。",
    ar: "أعط جزءا واحدا على الأقل وزنا.",
  },
  "Choose a category.": { "zh-CN": "请选择分类。", ar: "اختر تصنيفا." },
  "Add at least one package.": { "zh-CN": "请至少添加一个套餐。", ar: "أضف باقة واحدة على الأقل." },
};

import { z } from "zod";

/** How a factor is answered. */
const factorKinds = ["text", "choice", "choices", "languages", "country", "zone", "money", "week"] as const;

/** A sentence or word in each language of the widgets. */
const localised = z.strictObject({
  en: z.string().min(1).max(300),
  "zh-CN": z.string().min(1).max(300),
  ar: z.string().min(1).max(300),
});

/** One question of the quiz: what is asked, how it is answered. */
export const factor = z.strictObject({
  /** Stays the same when the wording changes: answers are stored under it. */
  key: z.string().regex(/^[a-z][A-Za-z0-9]{0,39}$/, "Write a key such as goalArea."),
  kind: z.enum(factorKinds),
  question: localised,
  /** For `choice` and `choices` only. */
  options: z
    .array(z.strictObject({ key: z.string().min(1).max(40), label: localised }))
    .max(40)
    .default([]),
});

export type Factor = z.infer<typeof factor>;

type Words = readonly [en: string, zh: string, ar: string];

const words = ([en, zh, ar]: Words) => ({ en, "zh-CN": zh, ar });

const ask = (
  key: string,
  kind: Factor["kind"],
  question: Words,
  options: Record<string, Words> = {},
): Factor => ({
  key,
  kind,
  question: words(question),
  options: Object.entries(options).map(([option, label]) => ({ key: option, label: words(label) })),
});

/** The quiz of a coaching site, until the tenant writes its own: twenty factors, none of them a protected attribute. */
export const coachingFactors: readonly Factor[] = [
  ask("goal", "text", ["What do you want to reach?", "您想实现什么目标？", "ما الذي تريد تحقيقه؟"]),
  ask(
    "goalArea",
    "choice",
    ["Which area is it about?", "这个目标属于哪个领域？", "إلى أي مجال ينتمي هدفك؟"],
    {
      career: ["Career", "职业发展", "المسار المهني"],
      leadership: ["Leadership", "领导力", "القيادة"],
      business: ["Own business", "创业与经营", "عملي الخاص"],
      life: ["Life decisions", "人生抉择", "قرارات الحياة"],
      health: ["Health and energy", "健康与精力", "الصحة والطاقة"],
      relationships: ["Relationships", "人际关系", "العلاقات"],
      money: ["Money", "财务", "المال"],
      study: ["Study", "学习", "الدراسة"],
    },
  ),
  ask("challenge", "text", ["What stands in the way?", "目前的主要障碍是什么？", "ما الذي يعيقك؟"]),
  ask("languages", "languages", [
    "Which languages do you speak well?",
    "您能流利使用哪些语言？",
    "ما اللغات التي تتقنها؟",
  ]),
  ask("country", "country", ["Which country do you live in?", "您居住在哪个国家或地区？", "في أي بلد تعيش؟"]),
  ask("timeZone", "zone", ["Which time zone are you in?", "您所在的时区是？", "ما منطقتك الزمنية؟"]),
  ask("budget", "money", [
    "How much may a session cost?",
    "每次会谈的预算是多少？",
    "كم يمكن أن تكلف الجلسة؟",
  ]),
  ask("availability", "week", ["When do you have time?", "您什么时候有空？", "متى يكون لديك وقت؟"]),
  ask(
    "sessionLength",
    "choice",
    ["How long should a session be?", "每次会谈多长时间合适？", "كم ينبغي أن تدوم الجلسة؟"],
    {
      "30": ["30 minutes", "30 分钟", "30 دقيقة"],
      "45": ["45 minutes", "45 分钟", "45 دقيقة"],
      "60": ["60 minutes", "60 分钟", "60 دقيقة"],
      "90": ["90 minutes", "90 分钟", "90 دقيقة"],
    },
  ),
  ask(
    "frequency",
    "choice",
    ["How often do you want to meet?", "您希望多久会谈一次？", "كم مرة تريد أن نلتقي؟"],
    {
      once: ["Once", "一次", "مرة واحدة"],
      weekly: ["Every week", "每周", "كل أسبوع"],
      fortnightly: ["Every two weeks", "每两周", "كل أسبوعين"],
      monthly: ["Every month", "每月", "كل شهر"],
    },
  ),
  ask("start", "choice", ["When do you want to start?", "您希望何时开始？", "متى تريد أن تبدأ؟"], {
    now: ["This week", "本周", "هذا الأسبوع"],
    month: ["Within a month", "一个月内", "خلال شهر"],
    later: ["Later", "以后", "لاحقًا"],
  }),
  ask("format", "choice", ["How do you want to talk?", "您希望以哪种方式交流？", "كيف تريد أن نتحدث؟"], {
    video: ["Video call", "视频通话", "مكالمة فيديو"],
    phone: ["Phone", "电话", "هاتف"],
    in_person: ["In person", "面对面", "وجهًا لوجه"],
  }),
  ask(
    "experience",
    "choice",
    ["Have you been coached before?", "您以前接受过教练辅导吗？", "هل سبق أن تلقيت تدريبًا شخصيًا؟"],
    {
      none: ["Never", "没有", "أبدًا"],
      some: ["A few times", "有过几次", "بضع مرات"],
      regular: ["Regularly", "经常", "بانتظام"],
    },
  ),
  ask("style", "choice", ["Which style helps you most?", "哪种风格最适合您？", "أي أسلوب يساعدك أكثر؟"], {
    direct: ["Direct and challenging", "直接并富有挑战", "مباشر ومحفّز"],
    supportive: ["Warm and supportive", "温和并给予支持", "دافئ وداعم"],
    structured: ["Structured, with homework", "有条理并布置作业", "منظم مع واجبات"],
    exploratory: ["Open and exploring", "开放并注重探索", "منفتح واستكشافي"],
  }),
  ask(
    "stage",
    "choice",
    ["Where are you in your working life?", "您处于职业生涯的哪个阶段？", "أين أنت في حياتك المهنية؟"],
    {
      student: ["Student", "学生", "طالب"],
      early: ["First years", "起步阶段", "السنوات الأولى"],
      middle: ["Experienced", "有经验", "ذو خبرة"],
      senior: ["Leading others", "管理他人", "أقود آخرين"],
      founder: ["Founder", "创业者", "مؤسس"],
      between: ["Between two jobs", "待业", "بين وظيفتين"],
      retired: ["Retired", "已退休", "متقاعد"],
    },
  ),
  ask("industry", "choice", ["Which field do you work in?", "您从事哪个行业？", "في أي قطاع تعمل؟"], {
    technology: ["Technology", "科技", "التقنية"],
    finance: ["Finance", "金融", "المالية"],
    health: ["Health care", "医疗", "الرعاية الصحية"],
    education: ["Education", "教育", "التعليم"],
    creative: ["Creative work", "创意", "العمل الإبداعي"],
    public: ["Public service", "公共服务", "الخدمة العامة"],
    trade: ["Trade and crafts", "贸易与手工业", "التجارة والحرف"],
    other: ["Another field", "其他行业", "مجال آخر"],
  }),
  ask(
    "accountability",
    "choice",
    [
      "How closely should progress be followed?",
      "您希望进度跟进得多紧密？",
      "ما مدى متابعة التقدم التي تريدها؟",
    ],
    {
      light: ["Lightly", "宽松", "بخفة"],
      medium: ["Between sessions", "会谈之间跟进", "بين الجلسات"],
      strong: ["Closely", "紧密", "عن قرب"],
    },
  ),
  ask(
    "method",
    "choices",
    ["Which methods appeal to you?", "您对哪些方法感兴趣？", "ما الأساليب التي تجذبك؟"],
    {
      cognitive: ["Thinking patterns", "认知方法", "أنماط التفكير"],
      strengths: ["Strengths", "优势发掘", "نقاط القوة"],
      mindfulness: ["Mindfulness", "正念", "اليقظة الذهنية"],
      systemic: ["Seeing the whole system", "系统视角", "النظرة الشاملة"],
      practice: ["Practice and role play", "练习与角色扮演", "التمرين ولعب الأدوار"],
      open: ["No preference", "没有偏好", "لا تفضيل"],
    },
  ),
  ask("company", "choice", ["Alone or with others?", "单独还是与他人一起？", "بمفردك أم مع آخرين؟"], {
    alone: ["Alone", "单独", "بمفردي"],
    pair: ["With one other person", "与另一人一起", "مع شخص آخر"],
    group: ["In a small group", "小组", "في مجموعة صغيرة"],
  }),
  ask("horizon", "choice", ["By when do you want to be there?", "您希望多久达成目标？", "متى تريد أن تصل؟"], {
    "4": ["Within a month", "一个月内", "خلال شهر"],
    "12": ["Within three months", "三个月内", "خلال ثلاثة أشهر"],
    "26": ["Within half a year", "半年内", "خلال نصف سنة"],
    "52": ["Within a year", "一年内", "خلال سنة"],
  }),
];

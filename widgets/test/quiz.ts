import { type OutputOf } from "./fake-api.ts";

type Factor = OutputOf<"people.getQuiz">["factors"][number];
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

/** A question of which only the number of answers matters. */
const choose = (key: string, number: number, count: number, kind: "choice" | "choices" = "choice"): Factor =>
  ask(
    key,
    kind,
    [`Is this question ${number}?`, `这是第 ${number} 题吗？`, `هل هذا هو السؤال ${number}؟`],
    Object.fromEntries(
      Array.from({ length: count }, (_, at) => [
        `${key}${at + 1}`,
        [`Answer ${at + 1}`, `答案 ${at + 1}`, `إجابة ${at + 1}`] as const,
      ]),
    ),
  );

/** A quiz of the shape a coaching site has: twenty questions of all eight kinds. */
export const factors: Factor[] = [
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
  choose("sessionLength", 9, 4),
  choose("frequency", 10, 4),
  choose("start", 11, 3),
  choose("format", 12, 3),
  choose("experience", 13, 3),
  choose("style", 14, 4),
  choose("stage", 15, 7),
  choose("industry", 16, 8),
  choose("accountability", 17, 3),
  choose("method", 18, 6, "choices"),
  choose("company", 19, 3),
  choose("horizon", 20, 4),
];

/** Right answers to all of them. */
export const wholeQuiz: Readonly<Record<string, unknown>> = Object.fromEntries(
  factors.map(({ key, kind, options }) => {
    const answers = {
      text: "Lead my first team well",
      choice: options[0]?.key,
      choices: options.slice(0, 2).map((option) => option.key),
      languages: ["en", "zh"],
      country: "DE",
      zone: "Europe/Berlin",
      money: { amountMinor: 9000, currency: "EUR" },
      week: [
        { weekday: 1, part: "morning" },
        { weekday: 3, part: "evening" },
      ],
    };
    return [key, answers[kind]];
  }),
);

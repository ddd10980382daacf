import { type Look } from "../portrait.ts";

/** A coach as Northlight presents them on its own pages. */
export interface Coach {
  /** The last part of the page's address, and the name of the coach's host id. */
  readonly slug: string;
  readonly name: string;
  /** The language the coach's own page is written in. */
  readonly locale: "en" | "zh-CN" | "ar";
  readonly place: string;
  readonly languages: string;
  /** One line for the list. */
  readonly line: string;
  readonly topics: readonly string[];
  readonly about: readonly string[];
  readonly quote: string;
  readonly look: Look;
}

/** Northlight's coaches, in the order the site shows them. */
export const coaches: readonly Coach[] = [
  {
    slug: "lena-brandt",
    name: "Lena Brandt",
    locale: "en",
    place: "Berlin",
    languages: "German, English",
    line: "For people who lead for the first time and miss their old job a little.",
    topics: ["First-time leadership", "Difficult conversations", "Delegating"],
    about: [
      "Lena ran engineering teams for eleven years before she began to coach the people who inherit them. She works with the week you are actually having: the one-to-one you keep postponing, the colleague who was your peer in March, the meeting you leave more tired than you came.",
      "Sessions are plain and practical. You bring one situation, you leave with one sentence you will really say.",
    ],
    quote:
      "I stopped preparing answers and started preparing questions. It sounds small. It changed my Mondays.",
    look: {
      skin: "sand",
      hair: "bob",
      hairColour: "blond",
      clothes: "#2f5d50",
      backdrop: ["#dcebe2", "#8fb9a6"],
    },
  },
  {
    slug: "marcus-okafor",
    name: "Marcus Okafor",
    locale: "en",
    place: "New York",
    languages: "English, French",
    line: "Career changes in the middle, when starting over is not an option.",
    topics: ["Career change", "Negotiation", "Confidence"],
    about: [
      "Marcus changed careers twice himself, from law to product and from product to people. He helps you sort what you can take along from what you only think you must keep.",
      "Expect homework, most of it conversations with people you have been meaning to call.",
    ],
    quote: "He asked what I would do if nobody had to approve. I had an answer before he finished asking.",
    look: {
      skin: "umber",
      hair: "cropped",
      hairColour: "black",
      clothes: "#39506b",
      backdrop: ["#f3e3c9", "#d9a566"],
      beard: true,
    },
  },
  {
    slug: "sofia-almeida",
    name: "Sofia Almeida",
    locale: "en",
    place: "São Paulo",
    languages: "Portuguese, Spanish, English",
    line: "Energy, limits and the art of an honest no.",
    topics: ["Burnout", "Boundaries", "Returning to work"],
    about: [
      "Sofia trained as an occupational psychologist and has spent a decade with people who are good at everything except stopping. She is warm, unhurried and hard to distract.",
      "You will look at your calendar together, and some of it will go.",
    ],
    quote: "Two months in, I took a Wednesday off and nothing burned. Including me.",
    look: {
      skin: "honey",
      hair: "curly",
      hairColour: "brown",
      clothes: "#a14f3b",
      backdrop: ["#f6dcd0", "#d99b84"],
    },
  },
  {
    slug: "lin-mei",
    name: "林美",
    locale: "zh-CN",
    place: "上海",
    languages: "中文、英语",
    line: "陪伴技术骨干走上管理岗位，也陪他们想清楚要不要走。",
    topics: ["管理转型", "跨文化沟通", "职业规划"],
    about: [
      "林美在上海和伦敦的科技公司工作了十四年，带过五个人的小组，也带过一百二十人的部门。她熟悉两种语言之间、两种文化之间那些说不出口的为难。",
      "每次对话只谈一件事，谈到能动手为止。结束时，您会带走一个本周就能试的小步骤。",
    ],
    quote: "以前我总想着怎么把话说对，现在我先问自己：这话是说给谁听的。",
    look: {
      skin: "porcelain",
      hair: "long",
      hairColour: "black",
      clothes: "#5a4a78",
      backdrop: ["#e6e0f0", "#a698c4"],
      glasses: true,
    },
  },
  {
    slug: "omar-haddad",
    name: "عمر حداد",
    locale: "ar",
    place: "دبي",
    languages: "العربية والإنجليزية والفرنسية",
    line: "للمؤسسين الذين كبرت شركاتهم أسرع من أدوارهم.",
    topics: ["قيادة المؤسسين", "اتخاذ القرار", "الشراكات"],
    about: [
      "أسّس عمر شركتين وباع إحداهما وأغلق الأخرى، ويقول إنه تعلّم من الثانية أكثر. يعمل اليوم مع مؤسسين ومديرين في الخليج وأوروبا على القرارات التي لا يمكن تفويضها.",
      "جلساته هادئة ومباشرة: سؤال واحد واضح، وصمت كافٍ، ثم خطوة تالية مكتوبة.",
    ],
    quote: "خرجت من الجلسة الأولى بقرار كنت أؤجله منذ عام.",
    look: {
      skin: "amber",
      hair: "short",
      hairColour: "black",
      clothes: "#27474e",
      backdrop: ["#d8e8ea", "#7fa9ae"],
      beard: true,
      glasses: true,
    },
  },
  {
    slug: "priya-raman",
    name: "Priya Raman",
    locale: "en",
    place: "Chennai",
    languages: "English, Tamil, Hindi",
    line: "Speaking up: in rooms that are used to not hearing you.",
    topics: ["Visibility", "Public speaking", "Women in tech"],
    about: [
      "Priya coached debate teams before she coached directors. She works on voice in both senses: what you say, and that you say it in the first ten minutes.",
      "Bring a real meeting. You will rehearse it, twice, and the second time you will enjoy it.",
    ],
    quote: "I used to write my point down and wait. Now I say it, and write down what happens.",
    look: {
      skin: "chestnut",
      hair: "bun",
      hairColour: "black",
      clothes: "#8a5a1f",
      backdrop: ["#f5ead0", "#d3b26c"],
    },
  },
];

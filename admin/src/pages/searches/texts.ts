import { type Translation } from "../../base/texts.ts";
import { voices } from "../../parts/texts.ts";

const en = {
  title: "Searches",
  lead: "What people look for on your site, and what they do not find. Kept for 90 days.",
  period: "Period",
  days7: "7 days",
  days30: "30 days",
  days90: "90 days",
  searches: "Searches",
  withoutHits: "Found nothing",
  clickThrough: "Opened a result",
  top: "Most searched for",
  inVain: "Searched for in vain",
  inVainLead: "Words nobody on your site uses: worth an offer, a topic or another word for one.",
  words: "Words",
  what: "In",
  people: "People",
  count: "Searches",
  found: "Found last",
  opened: "Opened",
  none: "Nobody has searched yet.",
  noneInVain: "Everything that was searched for was found.",
} as const;

const zh: Translation<typeof en> = {
  title: "搜索",
  lead: "大家在您的网站上搜索什么，又有什么没有找到。记录保留 90 天。",
  period: "时间范围",
  days7: "7 天",
  days30: "30 天",
  days90: "90 天",
  searches: "搜索次数",
  withoutHits: "没有结果",
  clickThrough: "打开了结果",
  top: "热门搜索",
  inVain: "没有结果的搜索",
  inVainLead: "您的网站上还没有人使用这些词：值得为此添加服务、主题或换一种说法。",
  words: "搜索词",
  what: "范围",
  people: "人员",
  count: "次数",
  found: "最近结果数",
  opened: "打开次数",
  none: "还没有人搜索过。",
  noneInVain: "搜索过的内容都找到了。",
};

const ar: Translation<typeof en> = {
  title: "عمليات البحث",
  lead: "ما يبحث عنه الناس في موقعك وما لا يجدونه. يُحفظ 90 يومًا.",
  period: "الفترة",
  days7: "7 أيام",
  days30: "30 يومًا",
  days90: "90 يومًا",
  searches: "عمليات البحث",
  withoutHits: "بلا نتائج",
  clickThrough: "فُتحت نتيجة",
  top: "الأكثر بحثًا",
  inVain: "بحث بلا جدوى",
  inVainLead: "كلمات لا يستخدمها أحد في موقعك: تستحق عرضًا أو موضوعًا أو كلمة أخرى.",
  words: "الكلمات",
  what: "في",
  people: "الأشخاص",
  count: "عدد المرات",
  found: "آخر ما وُجد",
  opened: "فُتحت",
  none: "لم يبحث أحد بعد.",
  noneInVain: "كل ما بُحث عنه وُجد.",
};

/** What the page of searches says. */
export const searchesVoice = voices<typeof en>({ en, "zh-CN": zh, ar });

import { type Desk } from "../../base/desk.ts";
import { type Translation } from "../../base/texts.ts";
import { voices } from "../../parts/texts.ts";

const en = {
  name: "Name",
  title: "Title",
  description: "Description",
  headline: "Headline",
  bio: "About",
  expertise: "Expertise",
  languages: "Languages",
  countries: "Countries",
  text: "Text",
  earlierTexts: "Before it was changed",
  sentAt: "Sent",
  reply: "Reply",
  rating: "Rating",
  place: "Written in",
  written: "What was written there",
  found: "What the rules found",
  offer: "An offer",
  group_title: "A group's title",
  application: "An application",
} as const;

const zh: Translation<typeof en> = {
  name: "姓名",
  title: "标题",
  description: "说明",
  headline: "标题",
  bio: "简介",
  expertise: "专长",
  languages: "语言",
  countries: "国家",
  text: "正文",
  earlierTexts: "修改前的内容",
  sentAt: "发送时间",
  reply: "回复",
  rating: "评分",
  place: "所在位置",
  written: "所写内容",
  found: "规则发现的内容",
  offer: "服务项目",
  group_title: "群组名称",
  application: "申请",
};

const ar: Translation<typeof en> = {
  name: "الاسم",
  title: "العنوان",
  description: "الوصف",
  headline: "العنوان",
  bio: "نبذة",
  expertise: "الخبرات",
  languages: "اللغات",
  countries: "البلدان",
  text: "النص",
  earlierTexts: "قبل تعديله",
  sentAt: "وقت الإرسال",
  reply: "الرد",
  rating: "التقييم",
  place: "موضع الكتابة",
  written: "ما كُتب هناك",
  found: "ما وجدته القواعد",
  offer: "عرض",
  group_title: "عنوان مجموعة",
  application: "طلب",
};

const voice = voices<typeof en>({ en, "zh-CN": zh, ar });

const isKnown = (word: string): word is keyof typeof en => Object.hasOwn(en, word);

/** A word of the API's in evidence, said in the reader's language; as it is where the app knows no words for it. */
export const evidenceText = (desk: Desk, word: string): string => (isKnown(word) ? voice(desk)(word) : word);

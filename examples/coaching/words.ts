import { type Coach } from "./coach.ts";

/** What stands around a coach's own text, in the language of that text. */
const words = {
  en: {
    all: "All coaches",
    book: "Book a time",
    bookHint: "The first conversation is free. Times are shown in your own time zone.",
    place: "Lives in",
    speaks: "Speaks",
    topics: "Topics",
    rated: "Rated {rating} of 5",
  },
  "zh-CN": {
    all: "全部教练",
    book: "预约时间",
    bookHint: "首次交流免费。时间按您所在的时区显示。",
    place: "常驻",
    speaks: "语言",
    topics: "擅长",
    rated: "评分 {rating} / 5",
  },
  ar: {
    all: "جميع المدربين",
    book: "احجز موعدًا",
    bookHint: "المحادثة الأولى مجانية، والأوقات معروضة بتوقيتك المحلي.",
    place: "الإقامة",
    speaks: "اللغات",
    topics: "المجالات",
    rated: "التقييم {rating} من 5",
  },
} as const satisfies Record<Coach["locale"], Readonly<Record<string, string>>>;

/** The words of a coach's page. */
export const wordsOf = ({ locale }: Coach): Readonly<Record<string, string>> => words[locale];

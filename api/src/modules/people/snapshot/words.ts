/** What the plain pages of people say in one language. */
export interface SnapshotWords {
  readonly people: string;
  readonly count: string;
  readonly nobody: string;
  readonly rated: string;
  readonly from: string;
  readonly free: string;
  readonly languages: string;
  readonly countries: string;
  readonly topics: string;
  readonly next: string;
  readonly all: string;
}

/** The words by language; values stand in braces. */
export const snapshotWords: Readonly<Record<"en" | "zh-CN" | "ar", SnapshotWords>> = {
  en: {
    people: "People",
    count: "Listed: {count}",
    nobody: "Nobody fits this.",
    rated: "Rated {rating} of 5, reviews: {count}",
    from: "From {price}",
    free: "Free of charge",
    languages: "Languages: {names}",
    countries: "Works in: {names}",
    topics: "Topics: {names}",
    next: "Next page",
    all: "Everybody",
  },
  "zh-CN": {
    people: "人员",
    count: "共 {count} 人",
    nobody: "没有符合条件的人。",
    rated: "评分 {rating}（满分 5 分），{count} 条评价",
    from: "{price} 起",
    free: "免费",
    languages: "语言：{names}",
    countries: "服务地区：{names}",
    topics: "主题：{names}",
    next: "下一页",
    all: "全部人员",
  },
  ar: {
    people: "الأشخاص",
    count: "العدد: {count}",
    nobody: "لا أحد يطابق ذلك.",
    rated: "التقييم {rating} من 5، عدد التقييمات: {count}",
    from: "ابتداءً من {price}",
    free: "مجانًا",
    languages: "اللغات: {names}",
    countries: "يعمل في: {names}",
    topics: "المواضيع: {names}",
    next: "الصفحة التالية",
    all: "الجميع",
  },
};

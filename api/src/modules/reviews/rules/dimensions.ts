/** What is reviewed: a session, or an order of a gig. */
export const contexts = ["session", "gig"] as const;
export type ReviewContext = (typeof contexts)[number];

/** One of the things that something is rated by. */
export interface Dimension {
  /** Names it for good in reviews and numbers, such as `as_described`. */
  readonly name: string;
  /** What people read, by language; where one is missing, the English words stand. */
  readonly labels: { readonly en: string; readonly "zh-CN"?: string; readonly ar?: string };
}

/** From 1 to 5 each, by the name of the dimension. */
export type Ratings = Readonly<Record<string, number>>;

const communication: Dimension = {
  name: "communication",
  labels: { en: "Communication", "zh-CN": "沟通", ar: "التواصل" },
};

/** What things are rated by until a site chooses. */
export const usualDimensions: Readonly<Record<ReviewContext, readonly Dimension[]>> = {
  session: [
    { name: "knowledge", labels: { en: "Knowledge", "zh-CN": "专业知识", ar: "المعرفة" } },
    communication,
    { name: "professionalism", labels: { en: "Professionalism", "zh-CN": "专业素养", ar: "المهنية" } },
  ],
  gig: [
    communication,
    { name: "quality", labels: { en: "Quality", "zh-CN": "质量", ar: "الجودة" } },
    { name: "as_described", labels: { en: "As described", "zh-CN": "与描述相符", ar: "مطابقة الوصف" } },
  ],
};

/** Where ratings differ from the dimensions asked for: those left out, then those that nobody asked for. */
export function strayNames(
  ratings: Ratings,
  dimensions: readonly Pick<Dimension, "name">[],
): { readonly missing: string[]; readonly unknown: string[] } {
  const asked = dimensions.map(({ name }) => name);
  return {
    missing: asked.filter((name) => !Object.hasOwn(ratings, name)),
    unknown: Object.keys(ratings).filter((name) => !asked.includes(name)),
  };
}

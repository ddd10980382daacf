import { order, site } from "./coach.ts";
import { type Answers, type OutputOf } from "./fake-api.ts";
import { mara } from "./people.ts";

type Gig = OutputOf<"gigs.getGig">;
type Found = OutputOf<"gigs.searchGigs">;
type GigCard = Found["items"][number];
type Category = OutputOf<"gigs.listCategories">["items"][number];

const idOf = (kind: number, at: number): string =>
  `0195a000-0000-7000-8000-0000000${kind}0${String(at).padStart(3, "0")}`;

const drawn = (colour: string): string =>
  `data:image/svg+xml,${encodeURIComponent(
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 160 100"><rect width="160" height="100" fill="${colour}"/><circle cx="116" cy="38" r="20" fill="#fff" opacity=".7"/><path d="M0 100l52-58 40 42 22-22 46 38z" fill="#fff" opacity=".45"/></svg>`,
  )}`;

const category = (
  at: number,
  slug: string,
  names: Category["names"],
  parentId: string | null = null,
  gigs = 2,
): Category => ({
  id: idOf(4, at),
  parentId,
  depth: parentId === null ? 1 : 2,
  slug,
  names,
  gigs,
});

/** A small tree of categories. */
const categories: readonly Category[] = [
  category(1, "design", { en: "Design", "zh-CN": "设计", ar: "التصميم" }, null, 3),
  category(
    2,
    "logo-design",
    { en: "Logos and brands", "zh-CN": "标志与品牌设计", ar: "الشعارات والهويات" },
    idOf(4, 1),
  ),
  category(3, "illustration", { en: "Illustration", "zh-CN": "插画", ar: "الرسوم التوضيحية" }, idOf(4, 1), 1),
  category(
    4,
    "writing",
    { en: "Writing and translation", "zh-CN": "写作与翻译", ar: "الكتابة والترجمة" },
    null,
    1,
  ),
  category(5, "translation", { en: "Translation", "zh-CN": "翻译", ar: "الترجمة" }, idOf(4, 4), 1),
];

const named = ({ id, slug, names }: Category) => ({ id, slug, names });
const cny = (amountMinor: number) => ({ amountMinor, currency: "CNY" });

const packages: Gig["packages"] = [
  {
    id: idOf(5, 1),
    tier: "basic",
    title: "One draft",
    description: "One idea, worked out in black and white.",
    price: cny(19_900),
    deliveryDays: 3,
    revisions: 1,
    features: ["Vector file"],
  },
  {
    id: idOf(5, 2),
    tier: "standard",
    title: "Three drafts",
    description: "Three ideas, of which you choose one.",
    price: cny(49_900),
    deliveryDays: 5,
    revisions: 3,
    features: ["Vector file", "Colours and fonts"],
  },
  {
    id: idOf(5, 3),
    tier: "premium",
    title: "The whole brand",
    description: "Logo, colours, fonts, cards and a guide of twelve pages.",
    price: cny(129_900),
    deliveryDays: 10,
    revisions: null,
    features: ["Vector file", "Colours and fonts", "Brand guide"],
  },
];

const picture = (at: number, colour: string): Gig["media"][number] => ({
  fileId: idOf(6, at),
  kind: "picture",
  name: `draft-${at}.png`,
  contentType: "image/png",
  bytes: 80_000,
  url: drawn(colour),
  previewUrl: drawn(colour),
});

const cover = { fileId: idOf(6, 1), url: drawn("#3457d5"), previewUrl: drawn("#3457d5") };

const levelTwo = {
  name: "level_two",
  labels: { en: "Level two", "zh-CN": "二级卖家", ar: "المستوى الثاني" },
};
const noHonours = { level: null, badges: [] };

/** A gig with everything a gig can hold. */
export const logoGig: Gig = {
  id: idOf(3, 1),
  title: "A logo drawn by hand",
  category: named(categories[1]!),
  tags: ["logo", "brand", "vector"],
  language: "en",
  fromPrice: cny(19_900),
  deliveryDays: 3,
  cover,
  seller: {
    id: mara.id,
    name: mara.name,
    photoUrl: null,
    rating: 4.83,
    ratingCount: 31,
    level: levelTwo,
    badges: [
      {
        name: "always_on_time",
        labels: { en: "Always on time", "zh-CN": "准时交付", ar: "دائما في الموعد" },
      },
      { name: "house_friend", labels: { en: "Friend of the house" } },
    ],
  },
  rating: 4.67,
  ratingCount: 2,
  publishedAt: "2026-02-02T10:00:00.000Z",
  description: "I draw on paper first.\n\nYou get the drafts, and then the one you choose as a vector.",
  packages,
  extras: [
    { id: idOf(7, 1), title: "Delivery a day earlier", price: cny(9900), addedDays: 0 },
    { id: idOf(7, 2), title: "Animated version", price: cny(29_900), addedDays: 4 },
  ],
  requirements: [
    { id: idOf(8, 1), kind: "text", question: "What is your company called?", choices: [], isRequired: true },
    {
      id: idOf(8, 2),
      kind: "choice",
      question: "Which style do you like?",
      choices: ["Calm", "Playful"],
      isRequired: true,
    },
    { id: idOf(8, 3), kind: "file", question: "Your present logo", choices: [], isRequired: false },
  ],
  faq: [{ question: "Do I own the logo?", answer: "Yes, with all rights." }],
  media: [
    picture(1, "#3457d5"),
    picture(2, "#b7791f"),
    {
      ...picture(3, ""),
      kind: "document",
      name: "guide.pdf",
      contentType: "application/pdf",
      url: "https://api.test/f/guide.pdf",
      previewUrl: null,
    },
  ],
};

/** The least a gig that is sold can hold. */
export const plainGig: Gig = {
  ...logoGig,
  id: idOf(3, 2),
  title: "合同与公文英译中，三日交稿",
  category: named(categories[4]!),
  tags: [],
  language: "zh",
  fromPrice: cny(30_000),
  cover: null,
  rating: null,
  ratingCount: 0,
  seller: { id: idOf(9, 1), name: "周敏", photoUrl: null, rating: null, ratingCount: 0, ...noHonours },
  packages: [{ ...packages[0]!, price: cny(30_000), features: [], description: "", revisions: 0 }],
  extras: [],
  requirements: [],
  faq: [],
  media: [],
};

const arabicGig: Gig = {
  ...logoGig,
  id: idOf(3, 3),
  title: "رسوم توضيحية لكتب الأطفال",
  category: named(categories[2]!),
  language: "ar",
  cover: { fileId: idOf(6, 9), url: drawn("#0a6b43"), previewUrl: drawn("#0a6b43") },
  seller: { id: idOf(9, 2), name: "عمر حداد", photoUrl: null, rating: 5, ratingCount: 1, ...noHonours },
};

/** Three gigs in three languages. */
const gigs: readonly Gig[] = [logoGig, plainGig, arabicGig];
export const gigCards: readonly GigCard[] = gigs;

const facets: Found["facets"] = {
  categories: categories.map(({ gigs: count, ...names }) => ({ ...names, count })),
  languages: [
    { value: "en", count: 1 },
    { value: "zh", count: 1 },
    { value: "ar", count: 1 },
  ],
  tags: [
    { value: "logo", count: 2 },
    { value: "brand", count: 2 },
  ],
  currencies: [{ value: "CNY", count: 3 }],
  deliveryDays: [
    { value: 3, count: 2 },
    { value: 7, count: 3 },
  ],
  ratings: [{ value: 4.5, count: 2 }],
  levels: [{ ...levelTwo, count: 1 }],
};

/** The order of a gig that waits to be paid. */
export const gigOrder: OutputOf<"orders.getOrder"> = {
  ...order,
  kind: "work",
  bookingId: null,
  lines: [{ title: "A logo drawn by hand · One draft", quantity: 1, amountMinor: 19_900 }],
  totalMinor: 19_900,
  currency: "CNY",
};

/** What buyers say of a gig: one with a reply, one without words by somebody who has left. */
export const gigReviews: OutputOf<"reviews.listReviews"> = {
  items: [
    {
      id: idOf(5, 1),
      context: "gig",
      gigId: logoGig.id,
      authorName: "Ann B.",
      ratings: { communication: 5, quality: 5, as_described: 4 },
      average: 4.67,
      text: "Just as drawn, and a day early.",
      reply: { text: "It was a pleasure.", repliedAt: "2026-02-20T10:00:00.000Z" },
      publishedAt: "2026-02-19T10:00:00.000Z",
    },
    {
      id: idOf(5, 2),
      context: "gig",
      gigId: logoGig.id,
      authorName: "",
      ratings: {},
      average: 5,
      text: "",
      reply: null,
      publishedAt: "2026-01-02T10:00:00.000Z",
    },
  ],
  nextCursor: null,
  rating: { average: 4.67, count: 2, distribution: [0, 0, 0, 0, 2] },
  dimensions: [
    { context: "gig", dimension: "as_described", average: 4, count: 1 },
    { context: "gig", dimension: "communication", average: 5, count: 1 },
    { context: "gig", dimension: "of_old", average: 3, count: 1 },
    { context: "gig", dimension: "quality", average: 5, count: 1 },
  ],
  averages: null,
};

/** What gigs are rated by. */
const gigDimensions: OutputOf<"reviews.listDimensions">["items"] = [
  { name: "communication", labels: { en: "Communication", "zh-CN": "沟通", ar: "التواصل" } },
  { name: "quality", labels: { en: "Quality", "zh-CN": "质量", ar: "الجودة" } },
  { name: "as_described", labels: { en: "As described" } },
];

/** What a search answers that finds these gigs. */
export const finding = (items: readonly GigCard[] = gigCards): Found => ({
  items: [...items],
  nextCursor: null,
  total: items.length,
  currency: null,
  facets,
});

/** More gigs than one page holds. */
export const manyGigs: readonly GigCard[] = Array.from({ length: 20 }, (_, at) => ({
  ...logoGig,
  id: idOf(2, at),
  title: `Gig ${at + 1}`,
}));

/** A site that sells three gigs. */
export const market: Answers = {
  "tenancy.getSite": () => ({ ...site, currency: "CNY", modules: [...site.modules, "gigs"] }),
  "gigs.listCategories": () => ({ items: [...categories] }),
  "reviews.listReviews": () => gigReviews,
  "reviews.listDimensions": () => ({ items: [...gigDimensions] }),
  "gigs.searchGigs": () => finding(),
  "gigs.suggestGigs": () => ({
    suggestions: ["logo", "A logo drawn by hand"],
    categories: categories.filter(({ slug }) => slug === "logo-design"),
  }),
  "gigs.listTrendingGigs": () => ({ items: [arabicGig, logoGig] }),
  "gigs.getGig": ({ id }) => gigs.find((gig) => gig.id === id) ?? { status: 404, code: "request.not_found" },
  "gigs.viewGig": ({ id }) => ({ id }),
  "gigs.clickGig": ({ id }) => ({ id }),
  "gigs.placeGigOrder": () => gigOrder,
  "orders.getOrder": () => gigOrder,
  "gigs.listRecommendedGigs": () => ({ items: [] }),
  "gigs.listSimilarGigs": () => ({ items: [plainGig, arabicGig] }),
  "insights.noteSearch": () => ({}),
  "insights.noteOpened": () => ({}),
  "gigs.listRecentGigs": () => ({ items: [] }),
};

/** A review as its author, and whom it is about, are answered it. */
export const givenReview: OutputOf<"reviews.createReview"> = {
  id: idOf(5, 3),
  context: "gig",
  bookingId: null,
  orderId: gigOrder.id,
  gigId: logoGig.id,
  authorId: gigOrder.buyerId,
  authorName: "Ann B.",
  subjectId: gigOrder.sellerId,
  ratings: { communication: 5, quality: 5, as_described: 4 },
  average: 4.67,
  text: "Just as drawn, and a day early.",
  reply: null,
  publishedAt: null,
  isHidden: false,
  createdAt: "2026-02-19T10:00:00.000Z",
};

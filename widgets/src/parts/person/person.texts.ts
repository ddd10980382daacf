import { type TextSource } from "../../base/texts.ts";

const en = {
  priceFrom: "From {price}",
  free: "Free of charge",
  ratedBy: {
    one: "Rated {rating} of 5 in {count} review",
    other: "Rated {rating} of 5 in {count} reviews",
  },
  reviewCount: { one: "{count} review", other: "{count} reviews" },
  notRated: "No reviews yet",
  languages: "Languages",
  price: "Price",
  book: "Book a session",
  back: "Back to the list",
} as const;

export type PersonTexts = typeof en;

/** What every widget says that shows people. */
export const personTexts: TextSource<PersonTexts> = {
  en,
  "zh-CN": () => import("./person.texts.zh-cn.ts"),
  ar: () => import("./person.texts.ar.ts"),
};

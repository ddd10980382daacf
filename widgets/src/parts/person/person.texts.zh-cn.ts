import { type Translation } from "../../base/texts.ts";
import { type PersonTexts } from "./person.texts.ts";

export const texts: Translation<PersonTexts> = {
  priceFrom: "{price} 起",
  free: "免费",
  ratedBy: { other: "{count} 条评价，平均 {rating} 分（满分 5 分）" },
  reviewCount: { other: "{count} 条评价" },
  notRated: "暂无评价",
  languages: "语言",
  price: "价格",
  book: "预约",
  back: "返回列表",
};

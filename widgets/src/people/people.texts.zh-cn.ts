import { type Translation } from "../base/texts.ts";
import { type PeopleTexts } from "./people.texts.ts";

export const texts: Translation<PeopleTexts> = {
  people: "人员",
  search: "搜索",
  searchHint: "姓名、主题或关键词",
  filters: "筛选",
  filtersOn: { other: "筛选，已选 {count} 项" },
  language: "语言",
  country: "国家或地区",
  topic: "主题",
  maxPrice: "价格上限",
  currency: "货币",
  minRating: "评分",
  ratingFrom: "{rating} 分及以上",
  any: "不限",
  sort: "排序",
  byRating: "评分最高",
  byPrice: "价格最低",
  byNewest: "最新加入",
  found: { other: "共 {count} 人" },
  clear: "清除筛选",
  nobody: "这里暂时还没有人。",
  nobodyFits: "没有人符合全部条件。去掉一个筛选条件，即可看到更多人。",
  more: "显示更多",
};

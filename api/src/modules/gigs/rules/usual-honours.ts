import { type Honour, type ScorePart } from "./reputation.ts";

/** The levels of sellers until a site chooses, the lowest first. */
export const usualLevels: readonly Honour[] = [
  {
    name: "level_one",
    labels: { en: "Level one", "zh-CN": "一级卖家", ar: "المستوى الأول" },
    needs: { orders: 5, rating: 4.4, onTimePercent: 85, cancelledPercent: 15 },
  },
  {
    name: "level_two",
    labels: { en: "Level two", "zh-CN": "二级卖家", ar: "المستوى الثاني" },
    needs: { orders: 20, rating: 4.6, onTimePercent: 90, cancelledPercent: 10 },
  },
  {
    name: "top_rated",
    labels: { en: "Top rated", "zh-CN": "顶级卖家", ar: "الأعلى تقييما" },
    needs: { orders: 50, reviews: 20, rating: 4.7, onTimePercent: 95, cancelledPercent: 5 },
  },
];

/** The badges of sellers until a site chooses. */
export const usualBadges: readonly Honour[] = [
  {
    name: "always_on_time",
    labels: { en: "Always on time", "zh-CN": "准时交付", ar: "دائما في الموعد" },
    needs: { orders: 10, onTimePercent: 98 },
  },
  {
    name: "buyers_favourite",
    labels: { en: "Buyers' favourite", "zh-CN": "买家好评", ar: "مفضل المشترين" },
    needs: { reviews: 10, rating: 4.8 },
  },
  {
    name: "keeps_promises",
    labels: { en: "Keeps promises", "zh-CN": "言而有信", ar: "يفي بوعوده" },
    needs: { orders: 10, cancelledPercent: 0 },
  },
  {
    name: "buyers_return",
    labels: { en: "Buyers return", "zh-CN": "回头客多", ar: "يعود إليه المشترون" },
    needs: { returningBuyers: 3 },
  },
];

/** What the parts of a seller's score weigh until a site chooses. */
export const usualWeights: Readonly<Record<ScorePart, number>> = {
  rating: 50,
  onTime: 20,
  kept: 20,
  experience: 10,
};

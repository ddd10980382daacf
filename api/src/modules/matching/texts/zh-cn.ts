import { type Sentences } from "./sentences.ts";

export const zhCn: Sentences = {
  "language.shared": "你们有共同语言：{languages}。",
  "language.none": "不提供{languages}服务。",
  "country.same": "在您所在的{country}工作。",
  "country.other": "不在{country}工作。",
  "goals.close": "擅长您想实现的目标：{topics}。",
  "goals.related": "从事相关领域：{topics}。",
  "goals.far": "擅长的领域与您的目标不同。",
  "budget.within": "每次 {price} 起，在您的预算之内。",
  "budget.above": "每次 {price} 起，比您的预算高 {percent}。",
  "budget.far_above": "每次 {price} 起，远高于您的预算。",
  "availability.full": "您有空的时间对方也有空：每周{hours}。",
  "availability.some": "您每周有空的{wanted}中，对方有{hours}也有空。",
  "availability.none": "您有空的时间对方都没有空。",
  "rating.average": "评分 {rating}（满分 5 分），共 {count} 人评价。",
  "rating.none": "还没有评价。",
  "factor.unknown": "信息不足，不计入分数。",
  "adjustment.load": "排序靠后：未来几周已预约 {percent}。",
  "adjustment.newcomer": "排序靠前：新加入。",
  "adjustment.reciprocity": "排序靠后：对方希望的客户类型不同。",
  "adjustment.missing_must_have": "排序靠后：本站要求此项必须符合，但不符合。",
};

import { type Translation } from "../base/texts.ts";
import { type SearchTexts } from "./search.texts.ts";

export const texts: Translation<SearchTexts> = {
  words: "要查找的字词",
  inOne: "在与 {name} 的会话中搜索",
  find: "搜索",
  close: "关闭搜索",
  none: "没有消息包含所有这些字词。",
  found: { other: "找到 {count} 条消息" },
  more: "显示更多",
};

import { type Translation } from "../base/texts.ts";
import { type DeedsTexts } from "./deeds.texts.ts";

export const texts: Translation<DeedsTexts> = {
  reply: "回复",
  edit: "编辑",
  remove: "删除",
  report: "举报",
  pin: "置顶",
  unpin: "取消置顶",
  mute: "静音",
  unmute: "取消静音",
  archive: "归档",
  unarchive: "移出归档",
  people: "成员",
  leave: "退出群组",
  block: "屏蔽",
  unblock: "取消屏蔽",
  blockedByYou: "您已屏蔽 {name}。",
  replying: "回复 {name}",
  editing: "您正在编辑消息。",
  save: "保存",
  cancel: "取消",
  removeTitle: "要删除此消息吗？",
  removeSure: "其文字和文件对所有人都会消失，但仍会显示这里曾有一条消息。",
};

import { type Translation } from "../base/texts.ts";
import { type GroupsTexts } from "./groups.texts.ts";

export const texts: Translation<GroupsTexts> = {
  newTitle: "新建群组",
  peopleTitle: "{name} 的成员",
  name: "群组名称",
  whom: "群组成员",
  whomToAdd: "要添加的人",
  find: "按姓名查找",
  search: "查找",
  nobody: "没有叫这个名字的人。您可以添加网站上展示的人，以及与您有对话的人。",
  create: "创建群组",
  rename: "保存",
  renamed: "群组现在叫 {name}。",
  add: "添加到群组",
  added: { other: "已添加 {count} 人。" },
  remove: "移除",
  removed: "已移除 {name}。",
  you: "您",
  keeper: "群主",
  leave: "退出群组",
  leaveSure: "此后的消息您将看不到，只有被人重新添加才能回来。",
  leaveKeeper: "之后由最早加入的人担任群主。",
  cancel: "取消",
  close: "关闭",
};

import { type Translation } from "../base/texts.ts";
import { type ChatTexts } from "./chat.texts.ts";

export const texts: Translation<ChatTexts> = {
  title: "消息",
  back: "返回会话列表",
  close: "关闭",
  search: "搜索消息",
  signIn: "登录后即可阅读和发送消息。",
  showMessages: "显示我的消息",
  none: "您还没有消息。",
  noneArchived: "没有已归档的会话。",
  choose: "请选择一个会话。",
  conversations: "会话",
  archived: "已归档",
  toActive: "返回全部会话",
  showMore: "显示更多",
  unread: { other: "{count} 条未读" },
  pinned: "已置顶",
  muted: "已静音",
  you: "您：",
  someFiles: "文件",
  somebody: "某人",
  deleted: "此消息已删除。",
  hidden: "此消息已被网站团队移除。",
};

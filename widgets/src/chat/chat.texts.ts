import { type TextSource } from "../base/texts.ts";

const en = {
  title: "Messages",
  back: "Back to the conversations",
  close: "Close",
  search: "Search messages",
  signIn: "Sign in to read and write messages.",
  showMessages: "Show my messages",
  none: "You have no messages yet.",
  noneArchived: "Nothing is archived.",
  choose: "Choose a conversation.",
  conversations: "Conversations",
  archived: "Archived",
  toActive: "Back to all conversations",
  showMore: "Show more",
  unread: { one: "{count} unread", other: "{count} unread" },
  pinned: "Pinned",
  muted: "Muted",
  you: "You:",
  someFiles: "Files",
  somebody: "Somebody",
  deleted: "This message was deleted.",
  hidden: "This message was removed by the site's team.",
} as const;

export type ChatTexts = typeof en;

/** What the chat says around what people write. */
export const chatTexts: TextSource<ChatTexts> = {
  en,
  "zh-CN": () => import("./chat.texts.zh-cn.ts"),
  ar: () => import("./chat.texts.ar.ts"),
};

import { type TextSource } from "../base/texts.ts";

const en = {
  history: "Messages with {name}",
  begin: "Nothing was written yet. Say hello.",
  earlier: "Show earlier messages",
  newHere: "New",
  toNewest: "Go to the newest message",
  arrived: "{name} writes: {text}",
  edited: "edited",
  answers: "In reply to {name}:",
  sending: "Sending",
  waiting: "Waiting for the connection",
  notSent: "Not sent",
  sendAgain: "Send again",
  discard: "Remove",
  sent: "Sent",
  delivered: "Delivered",
  read: "Read",
  readBy: { one: "Read by {count}", other: "Read by {count}" },
  typing: "{name} is typing",
  online: "Online",
  away: "Away",
  lastSeen: "Last seen {ago}",
  offlineNow: "You are offline. What you write is sent when the connection is back.",
  masked: "Contact details are shown as ••• until an order between you is paid.",
  write: "Write a message",
  keys: "Enter sends, Shift and Enter begin a new line.",
  send: "Send",
  attach: "Send files",
  actions: "What you can do with this message",
  menu: "What you can do with this conversation",
  pending: "Awaiting confirmation",
  confirmed: "Confirmed",
  completed: "Completed",
  cancelled: "Cancelled",
} as const;

export type TalkTexts = typeof en;

/** What an open conversation says around what people write. */
export const talkTexts: TextSource<TalkTexts> = {
  en,
  "zh-CN": () => import("./talk.texts.zh-cn.ts"),
  ar: () => import("./talk.texts.ar.ts"),
};

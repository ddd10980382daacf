import { type TextSource } from "../base/texts.ts";

const en = {
  reply: "Reply",
  edit: "Edit",
  remove: "Delete",
  report: "Report",
  pin: "Pin",
  unpin: "Unpin",
  mute: "Mute",
  unmute: "Unmute",
  archive: "Archive",
  unarchive: "Move out of the archive",
  people: "People",
  leave: "Leave group",
  block: "Block",
  unblock: "Unblock",
  blockedByYou: "You have blocked {name}.",
  replying: "Reply to {name}",
  editing: "You are editing your message.",
  save: "Save",
  cancel: "Cancel",
  removeTitle: "Delete this message?",
  removeSure: "Its text and files are gone for everybody. That it was there stays visible.",
} as const;

export type DeedsTexts = typeof en;

/** What can be done with messages and conversations. */
export const deedsTexts: TextSource<DeedsTexts> = {
  en,
  "zh-CN": () => import("./deeds.texts.zh-cn.ts"),
  ar: () => import("./deeds.texts.ar.ts"),
};

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
  blockTitle: "Block this person?",
  blockSure: "You and {name} cannot find, book or write to each other any more. {name} is not told.",
  reportTitle: "Report to the site's team",
  reportMessage: "The team sees this message of {name} as it is now, and how it was before.",
  reportProfile: "The team sees the profile of {name} as it is now.",
  reported: "The site's team was told.",
  why: "What is wrong?",
  more: "What should the team know? (optional)",
  spam: "Advertising or spam",
  harassment: "Harassment or threats",
  hate: "Hate",
  sexual: "Sexual content",
  fraud: "Fraud",
  impersonation: "Pretends to be somebody else",
  privacy: "Gives away private details",
  other: "Something else",
} as const;

export type DeedsTexts = typeof en;

/** What can be done with messages and conversations. */
export const deedsTexts: TextSource<DeedsTexts> = {
  en,
  "zh-CN": () => import("./deeds.texts.zh-cn.ts"),
  ar: () => import("./deeds.texts.ar.ts"),
};

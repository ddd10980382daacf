import { type TextSource } from "../base/texts.ts";

const en = {
  lead: "You and these people do not find, write to or book each other. They are not told.",
  none: "You have blocked nobody.",
  since: "Since {date}",
  unblock: "Unblock",
  unblockName: "Unblock {name}",
  unblocked: "{name} is no longer blocked.",
  gone: "Somebody who is gone",
  more: "Show more",
} as const;

export type BlockedTexts = typeof en;

/** What the list of blocked people says. */
export const blockedTexts: TextSource<BlockedTexts> = {
  en,
  "zh-CN": () => import("./blocked.texts.zh-cn.ts"),
  ar: () => import("./blocked.texts.ar.ts"),
};

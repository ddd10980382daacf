import { type TextSource } from "../base/texts.ts";

const en = {
  picture: "Picture {name}",
  video: "Video {name}",
  cannotPlay: "It cannot be played here. Open it by itself.",
  close: "Close",
  original: "Open in a new tab",
} as const;

export type AttachmentsTexts = typeof en;

/** What files that came with messages say. */
export const attachmentsTexts: TextSource<AttachmentsTexts> = {
  en,
  "zh-CN": () => import("./attachments.texts.zh-cn.ts"),
  ar: () => import("./attachments.texts.ar.ts"),
};

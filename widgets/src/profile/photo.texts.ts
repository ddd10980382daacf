import { type TextSource } from "../base/texts.ts";

const en = {
  photo: "Your photo",
  choose: "Choose a photo",
  chooseOther: "Choose another photo",
  hint: "JPEG, PNG or WebP, at most 5 MB. You can also drop a picture here.",
  tooLarge: "This picture is {size} MB large. Choose one of at most 5 MB.",
  wrongKind: "This file is no JPEG, PNG or WebP picture. Choose another one.",
  unreadable: "This picture cannot be read. Save it anew or choose another one.",
  preview: "This is how your photo will look.",
  use: "Use this photo",
  cancel: "Cancel",
  sending: "Sending: {percent}%",
  inWork: "Your photo is being prepared. It appears here by itself.",
  shown: "Your new photo is shown.",
  notShown: "The photo could not be shown. Choose another one.",
  remove: "Remove photo",
  removed: "Your photo is removed.",
} as const;

export type PhotoTexts = typeof en;

/** What choosing a photo says. */
export const photoTexts: TextSource<PhotoTexts> = {
  en,
  "zh-CN": () => import("./photo.texts.zh-cn.ts"),
  ar: () => import("./photo.texts.ar.ts"),
};

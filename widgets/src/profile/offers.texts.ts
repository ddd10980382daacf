import { type TextSource } from "../base/texts.ts";

const en = {
  offers: "Session offers",
  none: "You offer no session yet. Add one, so that people can book you.",
  add: "Add an offer",
  edit: "Edit",
  editOf: "Edit: {title}",
  delete: "Delete",
  deleteOf: "Delete: {title}",
  paused: "Not bookable",
  hidden: "Hidden by the site's team",
  free: "Free of charge",
  buffers: "Kept free: {before} before, {after} after",
  title: "Title",
  titleHint: "What people book, such as: Career clarity session.",
  titleMissing: "Write a title.",
  description: "Description",
  minutes: "Length in minutes",
  minutesWrong: "Write a whole number from 5 to 1440.",
  price: "Price",
  priceHint: "0 makes it free of charge.",
  currency: "Currency",
  credits: "Credits",
  priceWrong: "Write an amount, such as {example}.",
  bufferBefore: "Minutes kept free before",
  bufferAfter: "Minutes kept free after",
  bufferWrong: "Write a whole number from 0 to 1440.",
  bookable: "Can be booked",
  save: "Save offer",
  cancel: "Cancel",
  saved: "The offer is saved.",
  deleted: "The offer is deleted.",
  deleteTitle: "Delete this offer?",
  deleteHint: "It can no longer be booked. Sessions that are booked already stay.",
  keep: "Keep it",
} as const;

export type OffersTexts = typeof en;

/** What the list of a provider's session offers says. */
export const offersTexts: TextSource<OffersTexts> = {
  en,
  "zh-CN": () => import("./offers.texts.zh-cn.ts"),
  ar: () => import("./offers.texts.ar.ts"),
};

import { type TextSource } from "../base/texts.ts";

const en = {
  name: "Name",
  nameMissing: "Write your name.",
  email: "E-mail",
  emailConfirmed: "Confirmed",
  emailUnconfirmed: "Not confirmed yet",
  language: "Language of mails",
  timeZone: "Time zone of mails",
  currency: "Currency you think in",
  currencyHint: "Prices stay in the currency they are sold in.",
  siteDefault: "As the site: {value}",
  visible: "Show my profile on this site",
  visibleHint: "A hidden profile is in no list and cannot be booked. Agreed sessions stay.",
  history: "Keep what I search for",
  historyHint: "Shows you your searches again, and gigs like those you looked at.",
  roles: "Your roles",
  addRole: "Add {role}",
  askRole: "Apply as {role}",
  pendingRole: "{role}: in review",
  pendingHint:
    "The team looks at your application. Until then you can write your profile and set your hours; nobody sees or books you.",
  roleAsked: "Your application is sent.",
  save: "Save",
  saved: "Your details are saved.",
} as const;

export type DetailsTexts = typeof en;

/** What the details of the account say. */
export const detailsTexts: TextSource<DetailsTexts> = {
  en,
  "zh-CN": () => import("./details.texts.zh-cn.ts"),
  ar: () => import("./details.texts.ar.ts"),
};

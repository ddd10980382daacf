import { type TextSource } from "../base/texts.ts";

const en = {
  complete: "Your profile is {percent}% complete",
  completeAll: "Your profile is complete.",
  missing: "Still missing",
  hiddenByTeam:
    "The site's team took your profile from sight. Others do not find it until the team shows it again.",
  hidden: "Others do not see your profile at the moment.",
  photo: "Photo",
  headline: "Headline",
  headlineHint: "One line under your name, such as: Career coach for engineers.",
  bio: "About you",
  bioHint: "At least 80 characters. What you do, for whom, and how you work.",
  expertise: "Expertise",
  expertiseHint: "Words people search for. Enter or a comma adds one.",
  languages: "Languages you work in",
  countries: "Countries you work in",
  offer: "Session offers",
  socials: "Links",
  website: "Website",
  nothingYet: "Nothing yet",
  name: "Name",
  nameMissing: "Write your name.",
  linkWrong: "Write a link that starts with https://.",
  edit: "Edit profile",
  save: "Save",
  cancel: "Cancel",
  saved: "Your profile is saved.",
  conflict:
    "Your profile was changed somewhere else meanwhile. Save again to replace that, or cancel to look at it.",
  savesLater: "The connection is lost. Your changes are saved as soon as it is back.",
  fieldRefused: "This was not accepted. Please change it.",
} as const;

export type ProviderTexts = typeof en;

/** What a provider's own profile says. */
export const providerTexts: TextSource<ProviderTexts> = {
  en,
  "zh-CN": () => import("./provider.texts.zh-cn.ts"),
  ar: () => import("./provider.texts.ar.ts"),
};

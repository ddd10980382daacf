import { type TextSource } from "../../base/texts.ts";

const en = {
  menu: "More about {name}",
  block: "Block",
  report: "Report",
  blockTitle: "Block {name}?",
  blockLead:
    "You no longer find, write to or book each other. {name} is not told. What you have agreed stays; call it off yourself if you want to.",
  blocked: "You have blocked {name}. You find everybody you have blocked in your account.",
  undo: "Unblock",
  unblocked: "{name} is no longer blocked.",
  cancel: "Cancel",
  reportTitle: "Report {name}",
  reportLead: "The site's team looks at it. {name} is not told who reported it.",
  category: "What is wrong?",
  spam: "Spam or advertising",
  harassment: "Harassment or threats",
  hate: "Hate",
  sexual: "Sexual content",
  fraud: "Fraud",
  impersonation: "Pretends to be somebody else",
  privacy: "Shows private things of others",
  other: "Something else",
  words: "In your words",
  wordsHint: "May be left empty.",
  send: "Send",
  reported: "Thank you. The site's team looks at it.",
} as const;

export type PersonSafetyTexts = typeof en;

/** What blocking and reporting somebody say. */
export const personSafetyTexts: TextSource<PersonSafetyTexts> = {
  en,
  "zh-CN": () => import("./person-safety.texts.zh-cn.ts"),
  ar: () => import("./person-safety.texts.ar.ts"),
};

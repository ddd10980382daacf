import { type TextSource } from "../base/texts.ts";

const en = {
  client: "Client",
  coach: "Coach",
  seller: "Seller",
  developer: "Developer",
  senior_developer: "Senior developer",
  teacher: "Teacher",
  learner: "Learner",
  candidate: "Candidate",
  recruiter: "Recruiter",
  qa: "Quality tester",
  moderator: "Moderator",
  admin: "Administrator",
} as const;

export type RoleTexts = typeof en;

/** What people can be on a site. */
export const roleTexts: TextSource<RoleTexts> = {
  en,
  "zh-CN": () => import("./role.texts.zh-cn.ts"),
  ar: () => import("./role.texts.ar.ts"),
};

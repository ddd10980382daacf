import { type Translation } from "../base/texts.ts";
import { type RoleTexts } from "./role.texts.ts";

export const texts: Translation<RoleTexts> = {
  client: "عميل",
  coach: "مدرّب",
  seller: "بائع",
  developer: "مطوّر",
  senior_developer: "مطوّر أول",
  teacher: "معلّم",
  learner: "متعلّم",
  candidate: "مرشّح",
  recruiter: "مسؤول توظيف",
  qa: "مختبر جودة",
  moderator: "مشرف",
  admin: "مدير",
};

import { type Translation } from "../base/texts.ts";
import { type RoleTexts } from "./role.texts.ts";

export const texts: Translation<RoleTexts> = {
  client: "客户",
  coach: "教练",
  seller: "卖家",
  developer: "开发者",
  senior_developer: "高级开发者",
  teacher: "教师",
  learner: "学员",
  candidate: "求职者",
  recruiter: "招聘者",
  qa: "质量测试员",
  moderator: "版主",
  admin: "管理员",
};

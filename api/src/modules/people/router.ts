import { type Access, procedure, router } from "../../platform/rpc/procedure.ts";
import { applyForRole } from "./applications/apply-for-role.ts";
import { approveApplication } from "./applications/approve-application.ts";
import { getProviderRoles } from "./applications/get-provider-roles.ts";
import { listApplications } from "./applications/list-applications.ts";
import { rejectApplication } from "./applications/reject-application.ts";
import { setPhoto } from "./photo/set-photo.ts";
import { getFacets } from "./profile/get-facets.ts";
import { getPerson } from "./profile/get-person.ts";
import { getProfile } from "./profile/get-profile.ts";
import { listPeople } from "./profile/list-people.ts";
import { replaceProfile } from "./profile/replace-profile.ts";
import { updateProfile } from "./profile/update-profile.ts";
import { getAnswers } from "./quiz/get-answers.ts";
import { getSuggestions } from "./profile/get-suggestions.ts";
import { getQuiz } from "./quiz/get-quiz.ts";
import { saveAnswers } from "./quiz/save-answers.ts";

const everybody: Access = { audience: "visitor", module: "core", publicSeconds: 30 };
// Members do not find whom they blocked, or who blocked them.
const everybodyApart: Access = { ...everybody, dependsOnMember: true };
const visitors: Access = { audience: "visitor", module: "core", proofOfWork: true };
const own = (permission: string): Access => ({
  audience: ["member", "staff", "server"],
  module: "core",
  permission,
});
const office = (permission: string): Access => ({
  audience: ["staff", "server"],
  module: "core",
  permission,
});

export const peopleRouter = router({
  listPeople: procedure(everybodyApart).query(listPeople),
  getFacets: procedure(everybody).query(getFacets),
  getSuggestions: procedure(everybodyApart).query(getSuggestions),
  getPerson: procedure(everybodyApart).query(getPerson),
  getQuiz: procedure(everybody).query(getQuiz),
  getAnswers: procedure(visitors).query(getAnswers),
  saveAnswers: procedure(visitors).mutation(saveAnswers),
  getProfile: procedure(own("people.view")).query(getProfile),
  updateProfile: procedure(own("people.edit")).mutation(updateProfile),
  replaceProfile: procedure(own("people.edit")).mutation(replaceProfile),
  setPhoto: procedure(own("people.edit")).mutation(setPhoto),
  getProviderRoles: procedure(everybody).query(getProviderRoles),
  applyForRole: procedure({ audience: "member", module: "core" }).mutation(applyForRole),
  listApplications: procedure(own("people.view")).query(listApplications),
  approveApplication: procedure(office("people.decide")).mutation(approveApplication),
  rejectApplication: procedure(office("people.decide")).mutation(rejectApplication),
});

export { presentApplicationById } from "./applications/present-application.ts";
export { changeProfile } from "./profile/change-profile.ts";
export { isListed } from "./profile/is-listed.ts";
export { lockProfile } from "./profile/read-profile.ts";
export { type Candidate, readCandidates, readCandidatesVersion } from "./candidates.ts";
export { personView } from "./present.ts";
export { readPeople } from "./profile/read-people.ts";
export { listQuizOwners, readQuizOf } from "./quiz/owner.ts";
export { dayParts } from "./quiz/answers-schema.ts";

export { changeProfile } from "./profile/change-profile.ts";
export { isListed } from "./profile/is-listed.ts";
export { lockProfile } from "./profile/read-profile.ts";
export { readCandidates, type Candidate } from "./candidates.ts";
export { readQuiz } from "./quiz/owner.ts";
export { dayParts } from "./quiz/answers-schema.ts";

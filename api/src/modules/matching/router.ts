import { type Access, procedure, router } from "../../platform/rpc/procedure.ts";
import { matchPeople } from "./match/match-people.ts";
import { prepareMatches } from "./match/prepare-matches.ts";
import { getProfile } from "./profiles/get-profile.ts";
import { listProfiles } from "./profiles/list-profiles.ts";
import { updateProfile } from "./profiles/update-profile.ts";

const office = (permission: string): Access => ({
  audience: ["staff", "server"],
  module: "matching",
  permission,
});

export const matchingRouter = router({
  matchPeople: procedure({
    audience: "visitor",
    module: "matching",
    proofOfWork: true,
    callsPerMinute: 60,
  }).threePart(matchPeople),
  prepareMatches: procedure(office("matching.edit")).mutation(prepareMatches),
  listProfiles: procedure(office("matching.view_profiles")).query(listProfiles),
  getProfile: procedure(office("matching.view_profiles")).query(getProfile),
  updateProfile: procedure(office("matching.edit")).mutation(updateProfile),
});

import { z } from "zod";
import { operation } from "../../../platform/rpc/operation.ts";
import { personMeant } from "../policy.ts";
import { presentProfile, profileView } from "../present.ts";
import { peopleOf } from "../settings.ts";
import { readProfile } from "./read-profile.ts";

export const getProfile = operation({
  summary: "Answers the caller's own profile with what is missing in it; the team may name anybody's.",
  input: z.strictObject({ memberId: z.uuid().optional() }),
  output: profileView,
  async run(scope, { memberId }) {
    const { profile, roles } = await readProfile(scope, personMeant(scope, memberId));
    const providerRoles: readonly string[] = peopleOf(scope.tenant).providerRoles;
    return presentProfile(
      profile,
      roles.some((role) => providerRoles.includes(role)),
    );
  },
});

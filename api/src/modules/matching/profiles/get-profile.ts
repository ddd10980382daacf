import { z } from "zod";
import { operation } from "../../../platform/rpc/operation.ts";
import { profileNames } from "../rules/weight-profiles.ts";
import { presentProfile, profileView } from "./profile-view.ts";
import { readProfile } from "./read-profile.ts";

export const getProfile = operation({
  summary: "Answers what counts how much in one kind of matching.",
  input: z.strictObject({ id: z.enum(profileNames) }),
  output: profileView,
  run: async (scope, { id }) => presentProfile(await readProfile(scope, id)),
});

import { z } from "zod";
import { operation } from "../../../platform/rpc/operation.ts";
import { profileView } from "../present.ts";
import { profileFields } from "./fields.ts";
import { updateProfile } from "./update-profile.ts";

export const replaceProfile = operation({
  summary: "Replaces the caller's whole profile by what is sent; the team may name anybody's.",
  input: profileFields.extend({ memberId: z.uuid().optional(), version: z.int().min(0).optional() }),
  output: profileView,
  run: (scope, input) => updateProfile.run(scope, input),
});

import { z } from "zod";
import { operation } from "../../../platform/rpc/operation.ts";
import { StoredProfile } from "../models/stored-profile.ts";
import { profileNames } from "../rules/weight-profiles.ts";
import { presentProfile, profileView } from "./profile-view.ts";
import { profileOf } from "./read-profile.ts";

export const listProfiles = operation({
  summary: "Lists every kind of matching with what counts how much in it.",
  input: z.strictObject({}),
  output: z.object({ items: z.array(profileView), nextCursor: z.null() }),
  async run(scope) {
    const stored = await scope.read<StoredProfile>`select * from ${StoredProfile} p`;
    const items = profileNames.map((name) =>
      presentProfile(
        profileOf(
          name,
          stored.find((profile) => profile.name === name),
        ),
      ),
    );
    return { items, nextCursor: null };
  },
});

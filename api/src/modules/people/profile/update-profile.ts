import { z } from "zod";
import { audit } from "../../../platform/audit/record.ts";
import { operation } from "../../../platform/rpc/operation.ts";
import { memberIdOf } from "../../../platform/scope/actor.ts";
import { watchWriting } from "../../safety/index.ts";
import { personMeant } from "../policy.ts";
import { type Profile } from "../models/profile.ts";
import { profileView } from "../present.ts";
import { changeProfile, type ProfileChange } from "./change-profile.ts";
import { profileFields } from "./fields.ts";
import { getProfile } from "./get-profile.ts";
import { readProfile } from "./read-profile.ts";

export const updateProfile = operation({
  summary:
    "Changes the fields sent of the caller's own profile and leaves the others; the team may name anybody's.",
  input: profileFields.partial().extend({
    memberId: z.uuid().optional(),
    /** The version the changes were made on; a conflict is answered when it is not the newest. */
    version: z.int().min(0).optional(),
  }),
  output: profileView,
  async run(scope, { memberId, version, ...fields }) {
    const meant = personMeant(scope, memberId);
    const { profile } = await readProfile(scope, meant);
    const sent = Object.fromEntries(
      Object.entries(fields).filter(([, value]) => value !== undefined),
    ) as ProfileChange;
    await changeProfile(scope, meant, sent, version);
    // What people write about themselves is theirs; what the site writes about them is not.
    if (memberIdOf(scope.actor) !== null) {
      await watchWriting(scope, {
        subject: { kind: "profile", id: meant },
        authorId: meant,
        texts: newTexts(sent, profile),
        audience: "public",
      });
    } else {
      await audit(scope, {
        action: "people.update_profile",
        entity: { kind: "member", id: meant },
        before: Object.fromEntries(Object.entries(profile).filter(([name]) => name in sent)),
        after: sent,
      });
    }
    return getProfile.run(scope, { memberId: meant });
  },
});

/** What is new in a profile of what everybody reads; its networks are links by nature. */
const newTexts = (
  { headline, bio, expertise = [] }: ProfileChange,
  before: Pick<Profile, "headline" | "bio" | "expertise">,
): readonly string[] => [
  ...(headline !== undefined && headline !== before.headline ? [headline] : []),
  ...(bio !== undefined && bio !== before.bio ? [bio] : []),
  ...expertise.filter((each) => !before.expertise.includes(each)),
];

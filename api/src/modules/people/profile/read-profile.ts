import { notFound } from "../../../platform/errors.ts";
import { type Scope } from "../../../platform/scope/scope.ts";
import { readMember } from "../../identity/index.ts";
import { Profile } from "../models/profile.ts";
import { type PublicProfile } from "../present.ts";

const empty: Omit<PublicProfile, "tenantId" | "memberId" | "name"> = {
  headline: "",
  bio: "",
  expertise: [],
  languages: [],
  countries: [],
  socials: {},
  photoFileId: null,
  chosenPhotoFileId: null,
  isListed: false,
  hiddenAt: null,
  fromAmountMinor: null,
  fromCurrency: null,
  ratingAverage: null,
  ratingCount: 0,
  answerMinutes: null,
  version: 0,
};

/** Somebody's profile with the roles they have or asked for; an empty one for a member who has not written any. Refuses for nobody's id. */
export async function readProfile(
  scope: Scope,
  memberId: string,
): Promise<{ profile: PublicProfile; roles: readonly string[] }> {
  const member = await readMember(scope, memberId);
  if (!member) throw notFound();
  const [profile] = await scope.read<PublicProfile>`select * from ${Profile} p where member_id = ${memberId}`;
  return {
    profile: profile ?? { ...empty, tenantId: scope.tenant.id, memberId, name: member.name },
    roles: [...member.roles, ...member.pendingRoles],
  };
}

/** The profile locked for a change, made when there was none. */
export async function lockProfile(scope: Scope, memberId: string): Promise<Profile> {
  const member = await readMember(scope, memberId);
  if (!member) throw notFound();
  await scope
    .query(Profile)
    .insert({ ...empty, memberId, name: member.name })
    .onConflict(["tenantId", "memberId"])
    .ignore();
  const [profile] = await scope.query(Profile).where({ memberId }).forUpdate();
  if (!profile) throw new Error("A profile just made is not there.");
  return profile;
}

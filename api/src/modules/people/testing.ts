import { wallClock } from "../../platform/clock.ts";
import { newId } from "../../platform/ids.ts";
import { indexThing } from "../../platform/search/index-thing.ts";
import { type Scope } from "../../platform/scope/scope.ts";
import { addMember } from "../identity/index.ts";
import { peopleSearch } from "./search-kind.ts";
import { changeProfile, type ProfileChange } from "./profile/change-profile.ts";

/** Somebody who is listed, with this profile, and can be searched for; answers the id. */
export async function buildPerson(
  scope: Scope,
  { name = "Ada Berg", ...profile }: ProfileChange = {},
): Promise<string> {
  const email = `listed-${newId(wallClock()).slice(-12)}@example.com`;
  const { id } = await addMember(scope, { email, isEmailVerified: true, name, roles: ["coach"] });
  await changeProfile(scope, id, { name, isListed: true, ...profile });
  await indexThing(scope, peopleSearch, id);
  return id;
}

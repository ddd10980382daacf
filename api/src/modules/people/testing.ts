import { wallClock } from "../../platform/clock.ts";
import { newId } from "../../platform/ids.ts";
import { type Scope } from "../../platform/scope/scope.ts";
import { addMember } from "../identity/index.ts";
import { changeProfile, type ProfileChange } from "./profile/change-profile.ts";

/** Somebody who is listed, with this profile; answers the id. */
export async function buildPerson(
  scope: Scope,
  { name = "Ada Berg", ...profile }: ProfileChange = {},
): Promise<string> {
  const email = `listed-${newId(wallClock()).slice(-12)}@example.com`;
  const { id } = await addMember(scope, { email, isEmailVerified: true, name, roles: ["coach"] });
  await changeProfile(scope, id, { name, isListed: true, ...profile });
  return id;
}

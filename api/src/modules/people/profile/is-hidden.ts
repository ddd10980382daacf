import { type Scope } from "../../../platform/scope/scope.ts";
import { Profile } from "../models/profile.ts";

/** Whether the site's team has taken a member's profile from sight. */
export async function isHidden(scope: Scope, memberId: string): Promise<boolean> {
  const [profile] = await scope.read<Profile>`
    select hidden_at from ${Profile} p where member_id = ${memberId}`;
  return profile !== undefined && profile.hiddenAt !== null;
}

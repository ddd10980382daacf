import { type Scope } from "../../../platform/scope/scope.ts";
import { Profile } from "../models/profile.ts";

/** Whether a member is shown in lists and can be booked: approved in a provider role and not hidden. */
export async function isListed(scope: Scope, memberId: string): Promise<boolean> {
  const [profile] = await scope.read<Pick<Profile, "isListed">>`
    select is_listed from ${Profile} p where member_id = ${memberId}`;
  return profile?.isListed ?? false;
}

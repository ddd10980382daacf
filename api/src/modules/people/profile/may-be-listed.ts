import { type Scope } from "../../../platform/scope/scope.ts";
import { readMember } from "../../identity/index.ts";
import { Profile } from "../models/profile.ts";
import { ProviderApplication } from "../models/provider-application.ts";

/** Whether a member is to be listed: active, approved in a provider role they still have, and hidden neither by their own wish nor by the team. */
export async function mayBeListed(scope: Scope, memberId: string): Promise<boolean> {
  const member = await readMember(scope, memberId);
  if (member?.status !== "active" || member.isHidden) return false;
  const hidden = await scope.query(Profile).where({ memberId }).whereNotNull("hiddenAt").resultSize();
  if (hidden > 0) return false;
  const approved = await scope
    .query(ProviderApplication)
    .where({ memberId, state: "approved" })
    .whereIn("role", member.roles)
    .resultSize();
  return approved > 0;
}

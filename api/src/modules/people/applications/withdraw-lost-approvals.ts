import { type Scope } from "../../../platform/scope/scope.ts";
import { readMember } from "../../identity/index.ts";
import { ProviderApplication } from "../models/provider-application.ts";

/** Ends the approvals of roles that a member has no more, so that having one of them again waits for the team anew. */
export async function withdrawLostApprovals(scope: Scope, memberId: string): Promise<void> {
  // Before the member is read: an approval that is seen here was committed together with its role.
  const approved = await scope
    .query(ProviderApplication)
    .where({ memberId, state: "approved" })
    .select("id", "role")
    .forUpdate();
  const roles: readonly string[] = (await readMember(scope, memberId))?.roles ?? [];
  const lost = approved.filter(({ role }) => !roles.includes(role)).map(({ id }) => id);
  if (lost.length > 0)
    await scope.query(ProviderApplication).whereIn("id", lost).patch({ state: "withdrawn" });
}

import { announce } from "../../../platform/outbox/announce.ts";
import { type Scope } from "../../../platform/scope/scope.ts";
import { askedRoles, changeRoles, lockMember } from "../../identity/index.ts";
import { failure } from "../errors.ts";
import { ProviderApplication } from "../models/provider-application.ts";
import { mayApply } from "../rules/application-states.ts";
import { peopleOf } from "../settings.ts";
import { approve } from "./approve-application.ts";
import { withdrawLostApprovals } from "./withdraw-lost-approvals.ts";

/** Opens an application for a provider role, which the person has and is listed in once it is approved; approves it at once where the site does that by itself. */
export async function openApplication(
  scope: Scope,
  { memberId, role, note }: { readonly memberId: string; readonly role: string; readonly note: string },
): Promise<ProviderApplication> {
  const { providerRoles, approvesByItself } = peopleOf(scope.tenant);
  if (!providerRoles.some((offered) => offered === role))
    throw failure("people.not_a_provider_role", { role });
  // A decision and an application at the same moment wait for each other.
  await lockMember(scope, memberId);
  // Whoever lost the role since asks anew.
  await withdrawLostApprovals(scope, memberId);
  const earlier = await scope.query(ProviderApplication).where({ memberId, role }).select("state");
  if (!mayApply(earlier.map(({ state }) => state))) throw failure("people.already_applied");
  const opened = await scope
    .query(ProviderApplication)
    .insert({ memberId, role, note, state: "applied", reason: null, decidedAt: null });
  await changeRoles(scope, memberId, (had) => askedRoles(had, [opened.role], [opened.role]));
  await announce(scope, "provider.applied", { applicationId: opened.id, memberId, role });
  return approvesByItself ? approve(scope, opened) : opened;
}

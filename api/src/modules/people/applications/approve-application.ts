import { z } from "zod";
import { audit } from "../../../platform/audit/record.ts";
import { announce } from "../../../platform/outbox/announce.ts";
import { operation } from "../../../platform/rpc/operation.ts";
import { type Scope } from "../../../platform/scope/scope.ts";
import { changeRoles, givenRoles } from "../../identity/index.ts";
import { ProviderApplication } from "../models/provider-application.ts";
import { changeProfile } from "../profile/change-profile.ts";
import { mayBeListed } from "../profile/may-be-listed.ts";
import { lockApplication } from "./lock-application.ts";
import { applicationView, presentApplication } from "./present-application.ts";

/** Approves: the person has the role and is listed from now on. */
export async function approve(scope: Scope, application: ProviderApplication): Promise<ProviderApplication> {
  const { id, memberId, role } = application;
  const approved = { state: "approved", decidedAt: scope.now } as const;
  await scope.query(ProviderApplication).where({ id }).patch(approved);
  await changeRoles(scope, memberId, (had) => givenRoles(had, [role]));
  await changeProfile(scope, memberId, { isListed: await mayBeListed(scope, memberId) });
  await announce(scope, "provider.approved", { applicationId: id, memberId, role });
  return Object.assign(application, approved);
}

export const approveApplication = operation({
  summary: "Approves an application: the person is listed and can be booked from now on.",
  input: z.strictObject({ id: z.uuid() }),
  output: applicationView,
  async run(scope, { id }) {
    const approved = await approve(scope, await lockApplication(scope, id));
    await audit(scope, {
      action: "people.approve_application",
      entity: { kind: "provider_application", id },
      before: { state: "applied" },
      after: { state: "approved" },
    });
    return presentApplication(approved);
  },
});

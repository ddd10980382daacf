import { z } from "zod";
import { audit } from "../../../platform/audit/record.ts";
import { announce } from "../../../platform/outbox/announce.ts";
import { operation } from "../../../platform/rpc/operation.ts";
import { changeRoles, refusedRole } from "../../identity/index.ts";
import { ProviderApplication } from "../models/provider-application.ts";
import { lockApplication } from "./lock-application.ts";
import { applicationView, presentApplication } from "./present-application.ts";

export const rejectApplication = operation({
  summary: "Rejects an application with a reason that is mailed to the person, who may apply again.",
  input: z.strictObject({ id: z.uuid(), reason: z.string().trim().min(1).max(2000) }),
  output: applicationView,
  async run(scope, { id, reason }) {
    const application = await lockApplication(scope, id);
    const rejected = { state: "rejected", reason, decidedAt: scope.now } as const;
    await scope.query(ProviderApplication).where({ id }).patch(rejected);
    const { memberId, role } = application;
    await changeRoles(scope, memberId, (had) => refusedRole(had, role));
    await announce(scope, "provider.rejected", { applicationId: id, memberId, role });
    await audit(scope, {
      action: "people.reject_application",
      entity: { kind: "provider_application", id },
      before: { state: "applied" },
      after: { state: "rejected" },
    });
    return presentApplication(Object.assign(application, rejected));
  },
});

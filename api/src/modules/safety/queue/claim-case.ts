import { z } from "zod";
import { audit } from "../../../platform/audit/record.ts";
import { operation } from "../../../platform/rpc/operation.ts";
import { callingStaff } from "../../identity/index.ts";
import { failure } from "../errors.ts";
import { ModerationCase } from "../models/moderation-case.ts";
import { caseView, presentCase } from "./case-view.ts";
import { lockCase } from "./lock-case.ts";

export const claimCase = operation({
  summary:
    "Takes a waiting case for the calling team member, so that no two work on it. One's own stays as it is.",
  input: z.strictObject({ id: z.uuid() }),
  output: caseView,
  async run(scope, { id }) {
    const { accountId } = callingStaff(scope);
    const found = await lockCase(scope, id);
    if (found.decidedAt) throw failure("safety.case_decided");
    if (found.claimedBy !== null && found.claimedBy !== accountId) throw failure("safety.case_claimed");
    await scope.query(ModerationCase).where({ id }).patch({ state: "claimed", claimedBy: accountId });
    await audit(scope, {
      action: "safety.claim_case",
      entity: { kind: "moderation_case", id },
      before: { state: found.state },
      after: { state: "claimed" },
    });
    return presentCase(scope, Object.assign(found, { state: "claimed" as const, claimedBy: accountId }));
  },
});

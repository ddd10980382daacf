import { z } from "zod";
import { audit } from "../../../platform/audit/record.ts";
import { operation } from "../../../platform/rpc/operation.ts";
import { callingStaff } from "../../identity/index.ts";
import { failure } from "../errors.ts";
import { ModerationCase } from "../models/moderation-case.ts";
import { caseView, presentCase } from "./case-view.ts";
import { lockCase } from "./lock-case.ts";
import { reportableOf } from "./reportables.ts";

export const restoreCase = operation({
  summary: "Shows the content of a case again that was hidden.",
  input: z.strictObject({
    id: z.uuid(),
    /** For the team. */
    reason: z.string().trim().min(1).max(1000),
  }),
  output: caseView,
  async run(scope, { id, reason }) {
    const found = await lockCase(scope, id);
    if (found.state !== "hidden") throw failure("safety.not_hidden");
    await reportableOf(found.subjectKind).restore(scope, found.subjectId);
    const restored = {
      state: "restored",
      decidedBy: callingStaff(scope).accountId,
      decidedAt: scope.now,
      reason,
    } as const;
    await scope.query(ModerationCase).where({ id }).patch(restored);
    await audit(scope, {
      action: "safety.restore_case",
      entity: { kind: "moderation_case", id },
      before: { state: "hidden" },
      after: { state: "restored", reason },
    });
    return presentCase(scope, Object.assign(found, restored));
  },
});

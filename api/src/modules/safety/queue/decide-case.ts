import { z } from "zod";
import { audit } from "../../../platform/audit/record.ts";
import { operation } from "../../../platform/rpc/operation.ts";
import { days, plus } from "../../../platform/time.ts";
import { setTimer } from "../../../platform/timers/timer.ts";
import { callingStaff } from "../../identity/index.ts";
import { ModerationCase } from "../models/moderation-case.ts";
import { caseView, presentCase } from "./case-view.ts";
import { forgetCaseTimer, keptDays } from "./forget-case.ts";
import { lockOwnCase } from "./lock-case.ts";
import { reportableOf } from "./reportables.ts";

export const decideCase = operation({
  summary:
    "Decides a case the caller has claimed: nothing is wrong with the content, or it is taken from sight.",
  input: z.strictObject({
    id: z.uuid(),
    decision: z.enum(["dismissed", "hidden"]),
    /** For the team. */
    reason: z.string().trim().min(1).max(1000),
  }),
  output: caseView,
  async run(scope, { id, decision, reason }) {
    const found = await lockOwnCase(scope, id);
    if (decision === "hidden") await reportableOf(found.subjectKind).hide(scope, found.subjectId);
    const decided = {
      state: decision,
      claimedBy: null,
      decidedBy: callingStaff(scope).accountId,
      decidedAt: scope.now,
      reason,
    } as const;
    await scope.query(ModerationCase).where({ id }).patch(decided);
    const dueAt = plus(scope.now, days(keptDays));
    await setTimer(scope, { name: forgetCaseTimer, subjectId: id, dueAt });
    await audit(scope, {
      action: "safety.decide_case",
      entity: { kind: "moderation_case", id },
      before: { state: found.state },
      after: { state: decision, reason },
    });
    return presentCase(scope, Object.assign(found, decided));
  },
});

import { z } from "zod";
import { audit } from "../../../platform/audit/record.ts";
import { invalidFields, notFound } from "../../../platform/errors.ts";
import { announce } from "../../../platform/outbox/announce.ts";
import { operation } from "../../../platform/rpc/operation.ts";
import { type Scope } from "../../../platform/scope/scope.ts";
import { setTimer } from "../../../platform/timers/timer.ts";
import { callingStaff, changeStatus, lockMember } from "../../identity/index.ts";
import { ModerationCase } from "../models/moderation-case.ts";
import { Sanction, sanctionKinds } from "../models/sanction.ts";
import { endSanctionsInForce, endSuspensionTimer } from "./end-sanctions.ts";
import { presentSanction, sanctionView } from "./sanction-view.ts";

export const createSanction = operation({
  summary:
    "Warns, suspends or bans a member, who is told why by mail and may appeal. Who is kept out is signed out everywhere at once; a later sanction takes the place of the one in force.",
  input: z.strictObject({
    memberId: z.uuid(),
    kind: z.enum(sanctionKinds),
    /** For the member to read. */
    reason: z.string().trim().min(1).max(1000),
    /** Of a suspension, and of nothing else. */
    endsAt: z.iso.datetime({ offset: true }).optional(),
    /** What it follows from. */
    caseId: z.uuid().optional(),
  }),
  output: sanctionView,
  async run(scope, { memberId, kind, reason, endsAt: ends, caseId }) {
    const endsAt = endOf(scope, kind, ends);
    if (
      caseId !== undefined &&
      !(await scope.query(ModerationCase).findOne({ id: caseId, authorId: memberId }))
    )
      throw notFound();
    // One member's sanctions follow one after the other.
    await lockMember(scope, memberId);
    if (kind !== "warning") await endSanctionsInForce(scope, memberId);
    const sanction = await scope.query(Sanction).insert({
      memberId,
      kind,
      reason,
      caseId: caseId ?? null,
      endsAt,
      imposedBy: callingStaff(scope).accountId,
      endedAt: null,
      appealText: null,
      appealedAt: null,
      appealOutcome: null,
      appealReason: null,
      appealDecidedBy: null,
      appealDecidedAt: null,
    });
    if (endsAt) {
      await changeStatus(scope, memberId, { status: "suspended", until: endsAt });
      await setTimer(scope, { name: endSuspensionTimer, subjectId: sanction.id, dueAt: endsAt });
    }
    if (kind === "ban") await changeStatus(scope, memberId, { status: "banned" });
    await audit(scope, {
      action: "safety.create_sanction",
      entity: { kind: "member", id: memberId },
      after: { kind, reason, ...(endsAt && { endsAt: endsAt.toISOString() }) },
    });
    await announce(scope, "sanction.imposed", { sanctionId: sanction.id, memberId });
    return presentSanction(scope, sanction);
  },
});

function endOf(scope: Scope, kind: Sanction["kind"], ends: string | undefined): Date | null {
  const endsAt = ends === undefined ? null : new Date(ends);
  if ((kind === "suspension") !== (endsAt !== null) || (endsAt && endsAt <= scope.now))
    throw invalidFields({
      path: ["endsAt"],
      message: "A suspension ends at a moment to come; a warning and a ban have no end.",
    });
  return endsAt;
}

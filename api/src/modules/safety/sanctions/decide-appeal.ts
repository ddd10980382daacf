import { z } from "zod";
import { audit } from "../../../platform/audit/record.ts";
import { notFound } from "../../../platform/errors.ts";
import { announce } from "../../../platform/outbox/announce.ts";
import { operation } from "../../../platform/rpc/operation.ts";
import { callingStaff, hasColleagueWith } from "../../identity/index.ts";
import { failure } from "../errors.ts";
import { Sanction } from "../models/sanction.ts";
import { endSanction } from "./end-sanctions.ts";
import { presentSanction, sanctionView } from "./sanction-view.ts";

/** What it takes to sanction members, and to decide on their appeals. */
const sanctionPermission = "safety.sanction";

export const decideAppeal = operation({
  summary:
    "Decides a member's appeal, who is told why by mail. Whoever imposed the sanction leaves it to a colleague, where there is one who may.",
  input: z.strictObject({
    id: z.uuid(),
    outcome: z.enum(["upheld", "lifted"]),
    /** For the member to read. */
    reason: z.string().trim().min(1).max(1000),
  }),
  output: sanctionView,
  async run(scope, { id, outcome, reason }) {
    const { accountId } = callingStaff(scope);
    const sanction = await scope.query(Sanction).findOne({ id });
    if (!sanction) throw notFound();
    if (!sanction.appealedAt || sanction.appealDecidedAt) throw failure("safety.no_appeal");
    if (sanction.imposedBy === accountId && (await hasColleagueWith(scope, sanctionPermission, accountId)))
      throw failure("safety.own_decision");
    const endedAt = outcome === "lifted" ? await endSanction(scope, sanction) : sanction.endedAt;
    const decided = {
      appealOutcome: outcome,
      appealReason: reason,
      appealDecidedBy: accountId,
      appealDecidedAt: scope.now,
    };
    const first = await scope.query(Sanction).where({ id, appealDecidedAt: null }).patch(decided);
    if (first === 0) throw failure("safety.no_appeal");
    await audit(scope, {
      action: "safety.decide_appeal",
      entity: { kind: "member", id: sanction.memberId },
      after: { kind: sanction.kind, outcome, reason },
    });
    await announce(scope, "appeal.decided", { sanctionId: id, memberId: sanction.memberId });
    return presentSanction(scope, Object.assign(sanction, decided, { endedAt }));
  },
});

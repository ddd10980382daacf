import { z } from "zod";
import { audit } from "../../../platform/audit/record.ts";
import { notFound } from "../../../platform/errors.ts";
import { operation } from "../../../platform/rpc/operation.ts";
import { Sanction } from "../models/sanction.ts";
import { endSanction } from "./end-sanctions.ts";
import { presentSanction, sanctionView } from "./sanction-view.ts";

export const liftSanction = operation({
  summary:
    "Ends a sanction before its time: who was kept out may sign in again. One that is over stays as it is.",
  input: z.strictObject({
    id: z.uuid(),
    /** For the audit log. */
    reason: z.string().trim().min(1).max(1000),
  }),
  output: sanctionView,
  async run(scope, { id, reason }) {
    const sanction = await scope.query(Sanction).findOne({ id });
    if (!sanction) throw notFound();
    const endedAt = await endSanction(scope, sanction);
    await audit(scope, {
      action: "safety.lift_sanction",
      entity: { kind: "member", id: sanction.memberId },
      after: { kind: sanction.kind, reason },
    });
    return presentSanction(scope, Object.assign(sanction, { endedAt }));
  },
});

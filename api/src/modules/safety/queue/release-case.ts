import { z } from "zod";
import { audit } from "../../../platform/audit/record.ts";
import { operation } from "../../../platform/rpc/operation.ts";
import { failure } from "../errors.ts";
import { ModerationCase } from "../models/moderation-case.ts";
import { caseView, presentCase } from "./case-view.ts";
import { lockCase } from "./lock-case.ts";

export const releaseCase = operation({
  summary: "Puts a claimed case back into the queue, also a colleague's who is away.",
  input: z.strictObject({ id: z.uuid() }),
  output: caseView,
  async run(scope, { id }) {
    const found = await lockCase(scope, id);
    if (found.decidedAt) throw failure("safety.case_decided");
    await scope.query(ModerationCase).where({ id }).patch({ state: "open", claimedBy: null });
    await audit(scope, {
      action: "safety.release_case",
      entity: { kind: "moderation_case", id },
      before: { state: found.state },
      after: { state: "open" },
    });
    return presentCase(scope, Object.assign(found, { state: "open" as const, claimedBy: null }));
  },
});

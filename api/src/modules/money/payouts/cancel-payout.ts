import { z } from "zod";
import { notFound } from "../../../platform/errors.ts";
import { takeTransition } from "../../../platform/flow/engine.ts";
import { operation } from "../../../platform/rpc/operation.ts";
import { callingMember } from "../../identity/index.ts";
import { failure } from "../errors.ts";
import { Payout } from "../models/payout.ts";
import { payoutView, presentPayouts } from "./payout-view.ts";

export const cancelPayout = operation({
  summary: "Takes back a payout of the caller's that nobody has decided about; its money can be spent again.",
  input: z.strictObject({ id: z.uuid() }),
  output: payoutView,
  async run(scope, { id }) {
    const payout = await scope.query(Payout).findById([scope.tenant.id, id]);
    if (payout?.memberId !== callingMember(scope)) throw notFound();
    const outcome = await takeTransition(scope, id, { transition: "cancel", by: "payee" });
    if (outcome.kind !== "step") throw failure("money.payout_decided");
    const after = await scope.query(Payout).findById([scope.tenant.id, id]);
    const [view] = await presentPayouts(scope, after ? [after] : []);
    return view!;
  },
});

import { z } from "zod";
import { audit } from "../../platform/audit/record.ts";
import { notFound } from "../../platform/errors.ts";
import { closeOperatorTask } from "../../platform/operator-tasks.ts";
import { operation } from "../../platform/rpc/operation.ts";
import { failure } from "./errors.ts";
import { Refund } from "./models/refund.ts";
import { addRefund, openDossier, saveDossier } from "./payments/dossier.ts";
import { presentRefund, refundView } from "./present.ts";

export const retryRefund = operation({
  summary: "Sends a refund that failed to the gateway again.",
  input: z.strictObject({ id: z.uuid() }),
  output: refundView,
  async run(scope, { id }) {
    const known = await scope.query(Refund).findById([scope.tenant.id, id]);
    const opened = known && (await openDossier(scope, known.paymentId));
    const failed = opened?.dossier.refunds.find((refund) => refund.id === id);
    if (!opened || !failed) throw notFound();
    if (failed.state !== "failed" || failed.origin !== "house" || failed.retriedBy !== null)
      throw failure("money.refund_not_failed");

    // The money still lies in the gateway's clearing account, so the ledger has nothing to move.
    const { dossier } = opened;
    const refund = await addRefund(scope, dossier, {
      key: `retry ${id}`,
      amountMinor: failed.amountMinor,
      reason: "retry",
    });
    failed.retriedBy = refund.id;
    await scope.query(Refund).findById([scope.tenant.id, id]).patch({ retriedBy: refund.id });
    await saveDossier(scope, dossier);
    await closeOperatorTask(scope, { kind: "money.refund_failed", subjectId: id });
    await audit(scope, {
      action: "money.retry_refund",
      entity: { kind: "payment", id: failed.paymentId },
      after: { refundId: refund.id },
    });
    return presentRefund(refund);
  },
});

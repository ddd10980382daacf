import { z } from "zod";
import { audit } from "../../../platform/audit/record.ts";
import { notFound } from "../../../platform/errors.ts";
import { operation } from "../../../platform/rpc/operation.ts";
import { MailSuppression } from "../models/mail-suppression.ts";

export const deleteSuppression = operation({
  summary: "Lets an address get mails again, for one that was mended or suppressed by mistake.",
  input: z.strictObject({
    id: z.uuid(),
    /** For the team. */
    reason: z.string().trim().min(1).max(1000),
  }),
  output: z.object({}),
  async run(scope, { id, reason }) {
    const deleted = await scope.query(MailSuppression).where({ id }).delete();
    if (deleted === 0) throw notFound();
    await audit(scope, {
      action: "notifications.delete_suppression",
      entity: { kind: "mail_suppression", id },
      after: { reason },
    });
    return {};
  },
});

import { z } from "zod";
import { audit } from "../../platform/audit/record.ts";
import { notFound } from "../../platform/errors.ts";
import { retryJobOf } from "../../platform/jobs/retry.ts";
import { operation } from "../../platform/rpc/operation.ts";

export const retryJob = operation({
  summary: "Has a job that failed for good or was set aside run again, and closes the task that tells of it.",
  input: z.strictObject({
    /** The task's, as `insights.getOverview` lists it. */
    id: z.uuid(),
  }),
  output: z.object({ id: z.uuid() }),
  async run(scope, { id }) {
    if (!(await retryJobOf(scope, id))) throw notFound();
    await audit(scope, { action: "insights.retry_job", entity: { kind: "operator_task", id } });
    return { id };
  },
});

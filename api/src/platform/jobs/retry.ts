import { closeOperatorTask, OperatorTask } from "../operator-tasks.ts";
import { announce } from "../outbox/announce.ts";
import { relayRows, type RelayTarget } from "../outbox/target.ts";
import { type Scope } from "../scope/scope.ts";

declare global {
  interface DomainEvents {
    /** Somebody decided that a job which failed for good is to be run again. */
    "job.retry_asked": { readonly jobKey: string };
  }
}

/** The kinds of operator tasks that are about jobs which failed for good. */
const failedJobTasks = ["jobs.failed", "jobs.quarantined"] as const;

/** Has the job of an open operator task run again, and closes the task; false when there is no such task. */
export async function retryJobOf(scope: Scope, taskId: string): Promise<boolean> {
  const task = await scope
    .query(OperatorTask)
    .findOne({ id: taskId, state: "open" })
    .whereIn("kind", failedJobTasks)
    .forUpdate();
  if (!task) return false;
  await announce(scope, "job.retry_asked", { jobKey: String(task.params["key"]) });
  await closeOperatorTask(scope, { kind: task.kind, subjectId: task.subjectId });
  return true;
}

/**
 * Puts jobs that failed for good back into the queue with all their attempts, when somebody asked for it. One that was quarantined
 * runs in a process of its own again, and is quarantined again when it ends that.
 */
export const retryTarget: RelayTarget = {
  name: "retries",
  async write(client, events) {
    const asked = events.filter(({ name }) => name === "job.retry_asked");
    if (asked.length === 0) return;
    await relayRows(client, {
      name: "retry_jobs",
      text: `
        select count(*) from unnest($1::text[], $2::text[]) asked(tenant_id, key)
        join graphile_worker.jobs j on j.key = asked.key and starts_with(j.key, asked.tenant_id || ':')
        cross join lateral graphile_worker.reschedule_jobs(
          array[j.id], run_at => now(), priority => least(j.priority, 2), attempts => 0)
        where j.locked_at is null and j.attempts >= j.max_attempts`,
      values: [
        asked.map(({ tenantId }) => tenantId),
        asked.map(({ fact }) => (fact as DomainEvents["job.retry_asked"]).jobKey),
      ],
    });
  },
};

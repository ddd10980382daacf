import { type RelayTarget } from "../outbox/target.ts";
import { type Job } from "./job.ts";

/** What a job travels with: ids, amounts and times, like the event it comes from. */
export interface JobEnvelope {
  readonly tenantId: string;
  readonly eventId: string;
  readonly fact: unknown;
}

const DEFAULT_ATTEMPTS = 10;

/** The name of one subscriber's work on one event, the same however often it is written or run. */
export const jobIdOf = (eventId: string, jobName: string): string => `${eventId}:${jobName}`;

/** The queue's key of a job. It begins with the tenant, for those who watch one tenant's jobs. */
export const jobKeyOf = (tenantId: string, jobId: string): string => `${tenantId}:${jobId}`;

/** Makes one job per event and subscriber. A job's key follows from both, so a repeat adds none. */
export function jobTarget(jobs: readonly Job[]): RelayTarget {
  const subscribers = new Map<string, Job[]>();
  for (const job of jobs) {
    for (const event of job.on ?? []) subscribers.set(event, [...(subscribers.get(event) ?? []), job]);
  }
  return {
    name: "jobs",
    async write(client, events) {
      const added = events.flatMap(({ tenantId, id, name, fact }) =>
        (subscribers.get(name) ?? []).map((job) => ({
          task: job.name,
          payload: JSON.stringify({ tenantId, eventId: id, fact } satisfies JobEnvelope),
          attempts: job.attempts ?? DEFAULT_ATTEMPTS,
          key: jobKeyOf(tenantId, jobIdOf(id, job.name)),
        })),
      );
      if (added.length === 0) return;
      await client.query({
        name: "add_jobs",
        // Counted, because add_jobs answers every row it wrote.
        text: `
          select count(*) from graphile_worker.add_jobs(array(
            select row(task, payload, null, null, attempts, key, null, null)::graphile_worker.job_spec
            from unnest($1::text[], $2::json[], $3::integer[], $4::text[]) added(task, payload, attempts, key)
          ))`,
        values: [
          added.map(({ task }) => task),
          added.map(({ payload }) => payload),
          added.map(({ attempts }) => attempts),
          added.map(({ key }) => key),
        ],
      });
    },
  };
}

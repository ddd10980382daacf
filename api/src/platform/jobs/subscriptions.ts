import { type ClientBase } from "pg";
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
const jobKeyOf = (tenantId: string, jobId: string): string => `${tenantId}:${jobId}`;

/** A job to be written: for the event it comes from, or for what else identifies it. */
export interface AddedJob extends JobEnvelope {
  readonly jobName: string;
  readonly attempts: number;
}

/** Writes jobs in one statement, in the relay's transaction. A job's key follows from its name and event, so a repeat adds none. */
export async function addJobs(client: ClientBase, added: readonly AddedJob[]): Promise<void> {
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
      added.map(({ jobName }) => jobName),
      added.map(({ tenantId, eventId, fact }) =>
        JSON.stringify({ tenantId, eventId, fact } satisfies JobEnvelope),
      ),
      added.map(({ attempts }) => attempts),
      added.map(({ tenantId, eventId, jobName }) => jobKeyOf(tenantId, jobIdOf(eventId, jobName))),
    ],
  });
}

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
          jobName: job.name,
          attempts: job.attempts ?? DEFAULT_ATTEMPTS,
          tenantId,
          eventId: id,
          fact,
        })),
      );
      await addJobs(client, added);
    },
  };
}

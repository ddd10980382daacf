import { type ClientBase } from "pg";
import { relayRows, type RelayTarget } from "../outbox/target.ts";
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
  readonly isUrgent?: boolean;
}

/**
 * Writes jobs in one statement, in the relay's transaction. A job's key follows from its name and event, so a repeat adds none. The
 * queue takes what is due longest first, so urgent jobs are due since yesterday; its priorities count deaths of workers (`takeBackJobs`).
 */
export async function addJobs(client: ClientBase, added: readonly AddedJob[]): Promise<void> {
  if (added.length === 0) return;
  await client.query({
    name: "add_jobs",
    // Counted, because add_jobs answers every row it wrote.
    text: `
      select count(*) from graphile_worker.add_jobs(array(
        select row(task, payload, null, case when is_urgent then now() - interval '1 day' end, attempts, key, null, null)::graphile_worker.job_spec
        from unnest($1::text[], $2::json[], $3::integer[], $4::text[], $5::boolean[]) added(task, payload, attempts, key, is_urgent)
      ))`,
    values: [
      added.map(({ jobName }) => jobName),
      added.map(({ tenantId, eventId, fact }) =>
        JSON.stringify({ tenantId, eventId, fact } satisfies JobEnvelope),
      ),
      added.map(({ attempts }) => attempts),
      added.map(({ tenantId, eventId, jobName }) => jobKeyOf(tenantId, jobIdOf(eventId, jobName))),
      added.map(({ isUrgent = false }) => isUrgent),
    ],
  });
}

/** One job that follows an event, as workers tell it of themselves. */
export interface Subscription {
  readonly event: string;
  readonly job: string;
  readonly attempts: number;
  readonly isUrgent: boolean;
}

/** Which of these jobs follow which events. */
export const subscriptionsOf = (jobs: readonly Job[]): readonly Subscription[] =>
  jobs.flatMap(({ name, on = [], attempts = DEFAULT_ATTEMPTS, isUrgent = false }) =>
    on.map((event) => ({ event, job: name, attempts, isUrgent })),
  );

/** The events that some of these jobs follow. */
export const eventsOf = (jobs: readonly Job[]): readonly string[] => jobs.flatMap(({ on = [] }) => on);

/**
 * Makes one job per event and subscriber: of this release, and of every other release with a worker at work, which alone can run
 * it. A job's key follows from both, so a repeat adds none.
 */
export function jobTarget(jobs: readonly Job[]): RelayTarget {
  const own = subscriptionsOf(jobs);
  return {
    name: "jobs",
    async write(client, events) {
      const subscribers = new Map<string, Map<string, Subscription>>();
      for (const each of [...(await toldBy(client)), ...own]) {
        const known = subscribers.get(each.event) ?? new Map<string, Subscription>();
        subscribers.set(each.event, known.set(each.job, each));
      }
      const added = events.flatMap(({ tenantId, id, name, fact }) =>
        [...(subscribers.get(name)?.values() ?? [])].map(({ job, attempts, isUrgent }) => ({
          jobName: job,
          attempts,
          isUrgent,
          tenantId,
          eventId: id,
          fact,
        })),
      );
      await addJobs(client, added);
    },
  };
}

/** What the workers at work told of themselves. */
const toldBy = (client: ClientBase): Promise<Subscription[]> =>
  relayRows<Subscription>(client, {
    name: "subscriptions_of_workers",
    text: `
      select distinct told.event, told.job, told.attempts, coalesce(told."isUrgent", false) as "isUrgent"
      from worker_heartbeats,
        jsonb_to_recordset(subscriptions) told(event text, job text, attempts integer, "isUrgent" boolean)`,
    values: [],
  });

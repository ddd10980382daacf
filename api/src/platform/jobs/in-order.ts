import { type WorkerEvents } from "graphile-worker";

/**
 * Has a queue run the jobs of a batch in the order of the queue. graphile-worker 0.18 takes the right ones from the database and gets
 * them back in the order in which they lie in their table; it tells of them before it hands them on.
 */
export function inOrder(events: WorkerEvents): WorkerEvents {
  events.on("localQueue:getJobs:complete", ({ jobs }) => {
    jobs.sort((a, b) => a.priority - b.priority || a.run_at.getTime() - b.run_at.getTime());
  });
  return events;
}

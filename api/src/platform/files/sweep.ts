import { z } from "zod";
import { wallClock } from "../clock.ts";
import { type Job, threePartJob } from "../jobs/job.ts";
import { closeOperatorTask, openOperatorTask } from "../operator-tasks.ts";
import { announce } from "../outbox/announce.ts";
import { timer, setTimer } from "../timers/timer.ts";
import { days, plus } from "../time.ts";
import { storageKey } from "./setup.ts";
import { StoredFile } from "./stored-file.ts";
import { storesInUse } from "./stores.ts";

declare global {
  interface DomainEvents {
    /** It is time to compare what the storage holds with the rows. */
    "file.sweep_due": { dueAt: string };
  }
}

export const sweepFact = z.object({ dueAt: z.iso.datetime() });

/** An operator's task for a row whose bytes are gone. */
const missing = "files.bytes_missing";

// Bytes are stored after their row was written, and deleted before it goes: what is younger may be under way.
const settledAfter = days(1);

/** Has the storage compared with the rows once a day. */
export const sweepDaily = timer({
  name: "files.sweep",
  payload: z.object({}),
  async run(scope, { subjectId, dueAt }) {
    await setTimer(scope, { name: "files.sweep", subjectId, dueAt: plus(scope.now, days(1)) });
    await announce(scope, "file.sweep_due", { dueAt: dueAt.toISOString() });
  },
});

/** Deletes what lies in the storage without a row, and tells operators of rows whose bytes are gone. */
export const sweepStorage: Job = threePartJob({
  name: "files.sweep_storage",
  on: ["file.sweep_due"],
  payload: sweepFact,
  deadlineMs: 10 * 60_000,
  async prepare(scope) {
    const files = await scope.query(StoredFile).select("id", "state", "createdAt", "discardedAt", "storeId");
    const before = plus(wallClock(), -settledAfter);
    return { tenantId: scope.tenant.id, files, before, stores: await storesInUse(scope) };
  },
  async call({ tenantId, files, before, stores }, { signal }) {
    const stored = new Set<string>();
    for (const { id: store, storage } of stores) {
      const here = files.filter(({ storeId }) => storeId === store);
      const known = new Set(here.map(({ id }) => storageKey(tenantId, id)));
      for await (const { key, writtenAt } of storage.list(tenantId, { signal })) {
        // A width or the quarantine belongs to the file before its dot.
        const isKnown = known.has(key.split(".", 1)[0] ?? "");
        if (isKnown) stored.add(key);
        else if (writtenAt < before) await storage.delete(key, { signal });
      }
    }
    return files
      .filter(({ state, discardedAt, createdAt }) => isKept(state) && !discardedAt && createdAt < before)
      .filter(({ id }) => !stored.has(storageKey(tenantId, id)))
      .map(({ id }) => id);
  },
  async finish(scope, { files }, gone) {
    const found = new Set(gone);
    for (const { id } of files) {
      if (found.has(id)) await openOperatorTask(scope, { kind: missing, subjectId: id });
    }
    const open = await scope.sql<{ subjectId: string }>`
      select subject_id from operator_tasks
      where tenant_id = ${scope.tenant.id} and kind = ${missing} and state = 'open'`;
    for (const { subjectId } of open) {
      if (!found.has(subjectId)) await closeOperatorTask(scope, { kind: missing, subjectId });
    }
  },
});

const isKept = (state: StoredFile["state"]): boolean => state === "clean" || state === "unscanned";

import { z } from "zod";
import { type Job, threePartJob } from "../jobs/job.ts";
import { timer } from "../timers/timer.ts";
import { discardFile } from "./attach.ts";
import { findPurpose } from "./purposes.ts";
import { returnRoom } from "./quota.ts";
import { previewPixels, quarantineKey, storageKey } from "./setup.ts";
import { StoredFile } from "./stored-file.ts";
import { storeOf } from "./stores.ts";

declare global {
  interface DomainEvents {
    /** Nobody needs a file any more. */
    "file.discarded": { fileId: string; purpose: string };
    /** Malware was found in an upload: it waits where nobody can open it. */
    "file.quarantined": { fileId: string };
  }
}

export const quarantinedFact = z.object({ fileId: z.uuid() });

export const discardedFact = z.object({ fileId: z.uuid(), purpose: z.string() });

/** Deletes an upload that was attached to nothing. */
export const discardOrphan = timer({
  name: "files.discard_orphan",
  payload: z.object({}),
  async run(scope, { subjectId }) {
    const file = await scope.query(StoredFile).where({ id: subjectId }).first();
    if (file?.attachedAt === null) await discardFile(scope, subjectId);
  },
});

/** Deletes what the storage holds of a file nobody needs, then its row. Done again, it deletes what came in between. */
export const deleteBytes: Job = threePartJob({
  name: "files.delete_bytes",
  on: ["file.discarded"],
  payload: discardedFact,
  async prepare(scope, { fileId, purpose }) {
    const widths = findPurpose(purpose)?.widths ?? [];
    const { id } = scope.tenant;
    const shown = [undefined, previewPixels, ...widths].map((width) => storageKey(id, fileId, width));
    const [file] = await scope.query(StoredFile).select("storeId").where({ id: fileId });
    // Nothing is left of it: it was deleted before.
    if (!file) return null;
    return { fileId, keys: [...shown, quarantineKey(id, fileId)], storage: await storeOf(scope, file) };
  },
  async call({ keys, storage }, { signal }) {
    for (const key of keys) await storage.delete(key, { signal });
  },
  async finish(scope, { fileId }) {
    const [file] = await scope
      .query(StoredFile)
      .where({ id: fileId })
      .whereNotNull("discardedAt")
      .delete()
      .returning("*");
    if (file) await returnRoom(scope, file.bytes);
  },
});

import { businessTime, wallClock } from "../clock.ts";
import { newId } from "../ids.ts";
import { announce } from "../outbox/announce.ts";
import { type Scopes, type ScopeOptions } from "../scope/open.ts";
import { setTimer } from "../timers/timer.ts";
import { days, plus } from "../time.ts";
import { type NewFile } from "./keep.ts";
import { takeRoom } from "./quota.ts";
import { type ReceivedFile } from "./receive.ts";
import { quarantineKey } from "./setup.ts";
import { StoredFile } from "./stored-file.ts";
import { storeForNew } from "./stores.ts";

/** Days the team has to look at what was found. */
const quarantineDays = 30;

/**
 * Puts an infected upload where nobody can open it and the site's team sees it, for 30 days. The same file of the same sender
 * is there once; without room for it nothing is kept.
 */
export async function quarantine(
  scopes: Scopes,
  options: ScopeOptions,
  { file, received, finding }: { file: NewFile; received: ReceivedFile; finding: string },
): Promise<void> {
  const id = newId(wallClock());
  const { tenant } = options;
  const storage = await scopes.transact(options, async (scope) => {
    const [known] = await scope
      .query(StoredFile)
      .select("id")
      .where({ ownerId: file.ownerId, sha256: received.sha256, state: "infected", discardedAt: null });
    const { bytes } = received;
    if (known || (await takeRoom(scope, { ...file, bytes })) !== "taken") return null;
    const store = await storeForNew(scope);
    await scope.query(StoredFile).insert({
      ...file,
      storeId: store.id,
      id,
      bytes: received.bytes,
      sha256: received.sha256,
      state: "infected",
      finding: finding.slice(0, 200),
      subjectId: null,
      attachedAt: null,
      discardedAt: null,
    });
    await announce(scope, "file.quarantined", { fileId: id });
    const dueAt = plus(businessTime(tenant), days(quarantineDays));
    await setTimer(scope, { name: "files.discard_orphan", subjectId: id, dueAt });
    return store.storage;
  });
  if (!storage) return;
  const signal = AbortSignal.timeout(60_000);
  await storage.put(quarantineKey(tenant.id, id), received.path, { signal });
}

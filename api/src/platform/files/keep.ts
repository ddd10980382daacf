import { type z } from "zod";
import { businessTime, wallClock } from "../clock.ts";
import { requestFailure } from "../errors.ts";
import { newId } from "../ids.ts";
import { giveKeyBack, holdKey, type IdempotentUse, keepAnswer, takeKey } from "../rpc/idempotency.ts";
import { type Scopes, type ScopeOptions } from "../scope/open.ts";
import { setTimer } from "../timers/timer.ts";
import { hours, plus } from "../time.ts";
import { discardFile } from "./attach.ts";
import { fileFailure } from "./errors.ts";
import { type fileView, presentFile } from "./present-file.ts";
import { takeRoom } from "./quota.ts";
import { type ReceivedFile } from "./receive.ts";
import { storageKey } from "./setup.ts";
import { StoredFile } from "./stored-file.ts";
import { storeForNew } from "./stores.ts";

/** Hours after which an upload that was attached to nothing is deleted. */
const orphanHours = 24;

/** What is known of a file before it is kept. */
export type NewFile = Pick<StoredFile, "purpose" | "ownerKind" | "ownerId" | "name" | "contentType">;

/** A file to keep, and the key under which its sender may ask again. */
export interface Keeping {
  readonly file: NewFile;
  readonly received: ReceivedFile;
  readonly state: "clean" | "unscanned";
  readonly use: IdempotentUse | null;
}

/**
 * Keeps a received file: its row first, then its bytes, then the row says so. What a crash leaves in between is deleted with
 * the other uploads that nobody attached. Throws `Replay` when it was kept before under the same key.
 */
export async function keepFile(
  scopes: Scopes,
  options: ScopeOptions,
  { file, received, state, use }: Keeping,
): Promise<z.infer<typeof fileView>> {
  const { path, bytes, sha256 } = received;
  const signal = AbortSignal.timeout(60_000);
  const id = newId(wallClock());
  const { tenant } = options;
  const storage = await scopes.transact(options, async (scope) => {
    if (use) await takeKey(scope, use);
    const room = await takeRoom(scope, { ...file, bytes });
    if (room !== "taken")
      throw fileFailure(room === "site_full" ? "files.quota_reached" : "files.own_quota_reached");
    const store = await storeForNew(scope);
    await scope.query(StoredFile).insert({
      ...file,
      storeId: store.id,
      id,
      bytes,
      sha256,
      state: "pending",
      finding: null,
      subjectId: null,
      attachedAt: null,
      discardedAt: null,
    });
    const dueAt = plus(businessTime(tenant), hours(orphanHours));
    await setTimer(scope, { name: "files.discard_orphan", subjectId: id, dueAt });
    return store.storage;
  });
  const letGo = use && holdKey(scopes, options, use);
  try {
    await storage.put(storageKey(tenant.id, id), path, { signal }).catch(() => {
      throw requestFailure("request.unavailable");
    });
    return await scopes.transact(options, async (scope) => {
      const [stored] = await scope.query(StoredFile).where({ id }).patch({ state }).returning("*");
      if (!stored) throw new Error("A file went while its bytes were stored.");
      const kept = presentFile(stored);
      if (use) await keepAnswer(scope, use, kept);
      return kept;
    });
  } catch (problem) {
    await scopes.transact(options, async (scope) => {
      if (use) await giveKeyBack(scope, use);
      const [unfinished] = await scope.query(StoredFile).select("id").where({ id, state: "pending" });
      if (unfinished) await discardFile(scope, id);
    });
    throw problem;
  } finally {
    letGo?.();
  }
}

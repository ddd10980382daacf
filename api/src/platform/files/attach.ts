import { notFound } from "../errors.ts";
import { announce } from "../outbox/announce.ts";
import { actorId } from "../scope/actor.ts";
import { type Scope } from "../scope/scope.ts";
import { cancelTimers } from "../timers/timer.ts";
import { StoredFile } from "./stored-file.ts";

/**
 * Ties an upload to the row it was made for; until then it is deleted after a day. Only for its uploader or the site's own
 * staff and servers, for the purpose it was uploaded for, and once.
 */
export async function attachFile(
  scope: Scope,
  { fileId, purpose, subjectId }: { fileId: string; purpose: string; subjectId: string },
): Promise<void> {
  const [file] = await scope.query(StoredFile).where({ id: fileId, purpose, discardedAt: null }).forUpdate();
  if (!file || !isUploader(scope, file) || (file.state !== "clean" && file.state !== "unscanned"))
    throw notFound();
  if (file.attachedAt !== null) {
    if (file.subjectId === subjectId) return;
    throw notFound();
  }
  await scope.query(StoredFile).where({ id: fileId }).patch({ subjectId, attachedAt: scope.now });
  await cancelTimers(scope, { name: "files.discard_orphan", subjectId: fileId });
}

/** Gives a file up: it is found no more, and its bytes are deleted soon after. */
export async function discardFile(scope: Scope, fileId: string): Promise<void> {
  const [file] = await scope
    .query(StoredFile)
    .where({ id: fileId, discardedAt: null })
    .patch({ discardedAt: scope.now, attachedAt: null })
    .returning("*");
  if (file) await announce(scope, "file.discarded", { fileId, purpose: file.purpose });
}

/** Gives up everything somebody uploaded, when they are erased. */
export async function discardFilesOf(scope: Scope, ownerId: string): Promise<void> {
  const files = await scope.query(StoredFile).select("id").where({ ownerId, discardedAt: null });
  for (const { id } of files) await discardFile(scope, id);
}

/** Hands a visitor's uploads to the member they turned out to be. */
export async function claimFiles(
  scope: Scope,
  { visitorId, memberId }: { visitorId: string; memberId: string },
): Promise<void> {
  await scope
    .query(StoredFile)
    .where({ ownerKind: "visitor", ownerId: visitorId })
    .patch({ ownerKind: "member", ownerId: memberId });
}

const isUploader = ({ actor }: Scope, { ownerId }: StoredFile): boolean =>
  actor.kind === "staff" || actor.kind === "server" || actorId(actor) === ownerId;

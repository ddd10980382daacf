import { discardFile } from "../../../platform/files/attach.ts";
import { type Scope } from "../../../platform/scope/scope.ts";
import { GigMedia } from "../models/gig-media.ts";

/** Gives up those of some files that no gig shows any more: a copy may show what the gig it was made from showed. */
export async function discardUnused(scope: Scope, fileIds: readonly string[]): Promise<void> {
  const used = await scope.query(GigMedia).select("fileId").whereIn("fileId", fileIds);
  for (const fileId of fileIds)
    if (!used.some((each) => each.fileId === fileId)) await discardFile(scope, fileId);
}

import { z } from "zod";
import { notFound } from "../errors.ts";
import { operation } from "../rpc/operation.ts";
import { actorId } from "../scope/actor.ts";
import { discardFile } from "./attach.ts";
import { fileFailure } from "./errors.ts";
import { StoredFile } from "./stored-file.ts";

export const deleteFile = operation({
  summary: "Deletes an upload of the caller that nothing uses yet.",
  input: z.strictObject({ id: z.uuid() }),
  output: z.object({}),
  async run(scope, { id }) {
    const [file] = await scope
      .query(StoredFile)
      .where({ id, ownerId: actorId(scope.actor), discardedAt: null })
      .whereIn("state", ["clean", "unscanned"])
      .forUpdate();
    if (!file) throw notFound();
    if (file.attachedAt !== null) throw fileFailure("files.in_use");
    await discardFile(scope, id);
    return {};
  },
});

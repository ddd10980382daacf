import { z } from "zod";
import { audit } from "../../audit/record.ts";
import { notFound } from "../../errors.ts";
import { operation } from "../../rpc/operation.ts";
import { discardFile } from "../attach.ts";
import { StoredFile } from "../stored-file.ts";

export const deleteFinding = operation({
  summary: "Deletes an upload in which malware was found, before it goes by itself.",
  input: z.strictObject({ id: z.uuid() }),
  output: z.object({}),
  async run(scope, { id }) {
    const [file] = await scope
      .query(StoredFile)
      .where({ id, state: "infected", discardedAt: null })
      .forUpdate();
    if (!file) throw notFound();
    await discardFile(scope, id);
    await audit(scope, {
      action: "files.delete_finding",
      entity: { kind: "file", id },
      before: { name: file.name, finding: file.finding },
    });
    return {};
  },
});

import { z } from "zod";
import { audit } from "../../../platform/audit/record.ts";
import { notFound } from "../../../platform/errors.ts";
import { operation } from "../../../platform/rpc/operation.ts";
import { TeamNote } from "../models/team-note.ts";

export const deleteNote = operation({
  summary: "Deletes a note of the team for good, whoever wrote it.",
  input: z.strictObject({ id: z.uuid() }),
  output: z.object({ id: z.uuid() }),
  async run(scope, { id }) {
    const note = await scope.query(TeamNote).findOne({ id });
    if (!note) throw notFound();
    await scope.query(TeamNote).where({ id }).delete();
    await audit(scope, {
      action: "insights.delete_note",
      entity: { kind: note.subjectKind, id: note.subjectId },
    });
    return { id };
  },
});

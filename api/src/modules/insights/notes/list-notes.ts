import { z } from "zod";
import { operation } from "../../../platform/rpc/operation.ts";
import { pageInput, pageOf } from "../../../platform/rpc/paging.ts";
import { type SortedRow, sorting } from "../../../platform/rpc/sorting.ts";
import { fragment } from "../../../platform/scope/sql.ts";
import { TeamNote } from "../models/team-note.ts";
import { concernedMembers } from "./concerned-members.ts";
import { noteSubject, noteView, presentNotes } from "./note-view.ts";

const order = sorting({ createdAt: { by: fragment`created_at`, kind: "instant" } }, "-createdAt");

export const listNotes = operation({
  summary: "Lists what the team wrote down about a member, a booking or an order, the latest first.",
  input: z.strictObject({ ...pageInput, ...noteSubject }),
  output: pageOf(noteView),
  async run(scope, { limit, subjectKind, subjectId, ...place }) {
    await concernedMembers(scope, { subjectKind, subjectId });
    const { key, after, by, page } = order.at(scope.tenant, { ...place, sort: "-createdAt" });
    const rows = await scope.read<TeamNote & SortedRow>`
      select n.*, ${key} from ${TeamNote} n
      where subject_kind = ${subjectKind} and subject_id = ${subjectId} ${after}
      ${by} limit ${limit + 1}`;
    const { items, nextCursor } = page(rows, limit, (row) => row);
    return { items: await presentNotes(scope, items), nextCursor };
  },
});

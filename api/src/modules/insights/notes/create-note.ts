import { z } from "zod";
import { audit } from "../../../platform/audit/record.ts";
import { operation } from "../../../platform/rpc/operation.ts";
import { type Scope } from "../../../platform/scope/scope.ts";
import { TeamNote } from "../models/team-note.ts";
import { concernedMembers } from "./concerned-members.ts";
import { noteSubject, noteView, presentNotes } from "./note-view.ts";

export const createNote = operation({
  summary:
    "Writes something down about a member, a booking or an order, for the team alone. It is part of the data that its members may ask for, and forgotten with them.",
  input: z.strictObject({
    ...noteSubject,
    text: z.string().trim().min(1).max(4000),
  }),
  output: noteView,
  async run(scope, { text, ...subject }) {
    const note = await scope.query(TeamNote).insert({
      ...subject,
      concerns: await concernedMembers(scope, subject),
      text,
      ...authorOf(scope),
    });
    // What it says may be about somebody's life: the log outlives the note, and names it only.
    await audit(scope, {
      action: "insights.create_note",
      entity: { kind: subject.subjectKind, id: subject.subjectId },
    });
    const [view] = await presentNotes(scope, [note]);
    return view!;
  },
});

function authorOf({ actor }: Scope): Pick<TeamNote, "authorKind" | "authorId"> {
  if (actor.kind === "staff") return { authorKind: "staff", authorId: actor.accountId };
  if (actor.kind === "server") return { authorKind: "server", authorId: actor.keyId };
  throw new Error("Somebody outside the team writes a note.");
}

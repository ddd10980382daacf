import { z } from "zod";
import { type Scope } from "../../../platform/scope/scope.ts";
import { readActorNames } from "../actor-names.ts";
import { noteSubjects, type TeamNote } from "../models/team-note.ts";

/** What a note is about. */
export const noteSubject = { subjectKind: z.enum(noteSubjects), subjectId: z.uuid() } as const;

/** A note as the team reads it. */
export const noteView = z.object({
  id: z.uuid(),
  ...noteSubject,
  text: z.string(),
  /** Who wrote it; null when that account or key is gone. */
  author: z.string().nullable(),
  createdAt: z.iso.datetime(),
});

/** Notes ready for the team, in the order given. */
export async function presentNotes(
  scope: Scope,
  notes: readonly TeamNote[],
): Promise<z.infer<typeof noteView>[]> {
  const marks = notes.map(({ authorKind, authorId }) => ({ actorKind: authorKind, actorId: authorId }));
  const nameOf = await readActorNames(scope, marks);
  return notes.map((note, at) => ({
    id: note.id,
    subjectKind: note.subjectKind,
    subjectId: note.subjectId,
    text: note.text,
    author: nameOf(marks[at]!),
    createdAt: note.createdAt.toISOString(),
  }));
}

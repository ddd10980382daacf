import { z } from "zod";
import { type Scope } from "../../platform/scope/scope.ts";
import { nameMembers } from "../identity/index.ts";
import { Review } from "./models/review.ts";
import { averageOf } from "./rules/average.ts";
import { shownName } from "./rules/shown-name.ts";

/** One of the three ratings. */
export const rating = z.int().min(1).max(5);

/** A review as everybody may read it. */
export const publicReviewView = z.object({
  id: z.uuid(),
  /** Given name and initial; empty when the person is gone. */
  authorName: z.string(),
  ratings: z.object({ knowledge: rating, communication: rating, professionalism: rating }),
  /** Of the three ratings. */
  average: z.number(),
  text: z.string(),
  publishedAt: z.iso.datetime(),
});

/** A review as its author, the site's team and its servers see it. */
export const reviewView = publicReviewView.extend({
  bookingId: z.uuid(),
  authorId: z.uuid(),
  subjectId: z.uuid(),
  /** Null while the other side may still write without having read it. */
  publishedAt: z.iso.datetime().nullable(),
  /** Taken from sight by the site's team. */
  isHidden: z.boolean(),
  createdAt: z.iso.datetime(),
});

/** The columns of a review that are shown. */
export type ReviewRow = Pick<
  Review,
  | "id"
  | "bookingId"
  | "authorId"
  | "subjectId"
  | "knowledge"
  | "communication"
  | "professionalism"
  | "text"
  | "publishedAt"
  | "hiddenAt"
  | "createdAt"
>;

/** The public names of the people who wrote reviews, by their ids. */
export async function authorNames(
  scope: Scope,
  rows: readonly Pick<ReviewRow, "authorId">[],
): Promise<ReadonlyMap<string, string>> {
  const ids = [...new Set(rows.map(({ authorId }) => authorId))];
  const names = await nameMembers(scope, ids);
  return new Map(ids.map((id) => [id, shownName(names.get(id) ?? "")]));
}

/** A review ready to be sent to its author or the team. */
export const presentReview = (
  row: ReviewRow,
  names: ReadonlyMap<string, string>,
): z.infer<typeof reviewView> => ({
  id: row.id,
  bookingId: row.bookingId,
  authorId: row.authorId,
  authorName: names.get(row.authorId) ?? "",
  subjectId: row.subjectId,
  ratings: {
    knowledge: row.knowledge,
    communication: row.communication,
    professionalism: row.professionalism,
  },
  average: averageOf(row),
  text: row.text,
  publishedAt: row.publishedAt?.toISOString() ?? null,
  isHidden: row.hiddenAt !== null,
  createdAt: row.createdAt.toISOString(),
});

/** A published review ready for everybody. */
export function presentPublicReview(
  row: ReviewRow,
  names: ReadonlyMap<string, string>,
): z.infer<typeof publicReviewView> {
  const { id, authorName, ratings, average, text, publishedAt } = presentReview(row, names);
  if (publishedAt === null) throw new Error("A review that waits was about to be shown.");
  return { id, authorName, ratings, average, text, publishedAt };
}

/** A review as it now is; null when it is gone. */
export async function presentReviewById(
  scope: Scope,
  id: string,
): Promise<z.infer<typeof reviewView> | null> {
  const [row] = await scope.read<ReviewRow>`select * from ${Review} r where id = ${id}`;
  return row ? presentReview(row, await authorNames(scope, [row])) : null;
}

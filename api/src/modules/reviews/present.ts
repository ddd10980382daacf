import { z } from "zod";
import { type Scope } from "../../platform/scope/scope.ts";
import { nameMembers } from "../identity/index.ts";
import { Review } from "./models/review.ts";
import { contexts } from "./rules/dimensions.ts";
import { shownRating } from "./rules/overall.ts";
import { shownName } from "./rules/shown-name.ts";

/** How good something was. */
export const rating = z.int().min(1).max(5);

/** One rating for each dimension, by its name. */
export const ratings = z.record(z.string().max(40), rating);

/** A review as everybody may read it. */
export const publicReviewView = z.object({
  id: z.uuid(),
  /** What was reviewed: a session, or an order of a gig. */
  context: z.enum(contexts),
  /** The gig that its buyer speaks of; null for a session, and where the seller writes. */
  gigId: z.uuid().nullable(),
  /** Given name and initial; empty when the person is gone. */
  authorName: z.string(),
  /** By dimension; empty when only stars were given. */
  ratings,
  /** The stars that were given, else the mean of the ratings. */
  average: z.number(),
  text: z.string(),
  /** What whom it is about said to it; null while they said nothing. */
  reply: z.object({ text: z.string(), repliedAt: z.iso.datetime() }).nullable(),
  publishedAt: z.iso.datetime(),
});

/** A review as its author, the site's team and its servers see it. */
export const reviewView = publicReviewView.extend({
  /** Of the session; null for a gig. */
  bookingId: z.uuid().nullable(),
  /** Of the gig; null for a session. */
  orderId: z.uuid().nullable(),
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
  | "context"
  | "sourceId"
  | "authorId"
  | "subjectId"
  | "gigId"
  | "ratings"
  | "overall"
  | "text"
  | "publishedAt"
  | "hiddenAt"
  | "reply"
  | "repliedAt"
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

/** The booking or the order that something was reviewed by. */
export const sourceOf = ({ context, sourceId }: Pick<ReviewRow, "context" | "sourceId">) => ({
  bookingId: context === "session" ? sourceId : null,
  orderId: context === "gig" ? sourceId : null,
});

/** A review ready to be sent to its author or the team. */
export const presentReview = (
  row: ReviewRow,
  names: ReadonlyMap<string, string>,
): z.infer<typeof reviewView> => ({
  id: row.id,
  context: row.context,
  ...sourceOf(row),
  gigId: row.gigId,
  authorId: row.authorId,
  authorName: names.get(row.authorId) ?? "",
  subjectId: row.subjectId,
  ratings: { ...row.ratings },
  average: shownRating(row.overall),
  text: row.text,
  reply:
    row.reply !== null && row.repliedAt ? { text: row.reply, repliedAt: row.repliedAt.toISOString() } : null,
  publishedAt: row.publishedAt?.toISOString() ?? null,
  isHidden: row.hiddenAt !== null,
  createdAt: row.createdAt.toISOString(),
});

/** A published review ready for everybody. */
export function presentPublicReview(
  row: ReviewRow,
  names: ReadonlyMap<string, string>,
): z.infer<typeof publicReviewView> {
  const { id, context, gigId, authorName, publishedAt, ...shown } = presentReview(row, names);
  if (publishedAt === null) throw new Error("A review that waits was about to be shown.");
  return {
    id,
    context,
    gigId,
    authorName,
    ratings: shown.ratings,
    average: shown.average,
    text: shown.text,
    reply: shown.reply,
    publishedAt,
  };
}

/** A review as it now is; null when it is gone. */
export async function presentReviewById(
  scope: Scope,
  id: string,
): Promise<z.infer<typeof reviewView> | null> {
  const [row] = await scope.read<ReviewRow>`select * from ${Review} r where id = ${id}`;
  return row ? presentReview(row, await authorNames(scope, [row])) : null;
}

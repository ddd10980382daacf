import { z } from "zod";
import { fragment, type SqlFragment } from "../../platform/scope/sql.ts";

/** Whom or what reviews are about. */
export interface Reviewed {
  readonly personId?: string | undefined;
  readonly gigId?: string | undefined;
}

/** Names a person or a gig in an input. */
export const reviewedFields = {
  /** All that is said of somebody, in sessions and orders. */
  personId: z.uuid().optional(),
  /** What its buyers say of a gig. */
  gigId: z.uuid().optional(),
};

/** Whether an input names one of the two. */
export const namesOne = ({ personId, gigId }: Reviewed): boolean =>
  (personId === undefined) !== (gigId === undefined);

/** What is said to an input that does not. */
export const nameOne = { path: ["personId"], error: "Name a person or a gig, and not both." };

/** Of the reviews `r`, those of a person or a gig that everybody may read. */
export const isPublic = ({ personId, gigId }: Reviewed): SqlFragment => fragment`
  ${personId === undefined ? fragment`true` : fragment`r.subject_id = ${personId}`}
  and ${gigId === undefined ? fragment`true` : fragment`r.gig_id = ${gigId}`}
  and r.published_at is not null and r.hidden_at is null`;

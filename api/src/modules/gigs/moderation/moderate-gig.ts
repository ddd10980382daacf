import { announce } from "../../../platform/outbox/announce.ts";
import { notFound } from "../../../platform/errors.ts";
import { type Scope } from "../../../platform/scope/scope.ts";
import { auditGig } from "../gigs/audit-gig.ts";
import { changeGig } from "../gigs/change-gig.ts";
import { failure } from "../errors.ts";
import { Gig } from "../models/gig.ts";

/** What the team decides about a gig. */
export type Verdict =
  | { readonly moderation: "approved" }
  | { readonly moderation: "rejected" | "suspended"; readonly reason: string };

/** Decides about a gig that was published; the same decision again changes nothing but its reason. */
export async function moderateGig(
  scope: Scope,
  id: string,
  { action, verdict }: { readonly action: string; readonly verdict: Verdict },
): Promise<void> {
  const gig = await scope.query(Gig).findOne({ id }).forUpdate();
  if (!gig) throw notFound();
  if (gig.state === "draft") throw failure("gigs.never_published");
  const { moderation } = verdict;
  const reason = moderation === "approved" ? null : verdict.reason;
  if (gig.moderation === moderation && gig.moderationReason === reason) return;
  const { version } = await changeGig(scope, gig, { moderation, moderationReason: reason });
  await announce(scope, "gig.decided", { gigId: id, sellerId: gig.sellerId, decision: moderation, version });
  await auditGig(scope, gig, action, { moderation, ...(reason !== null && { reason }) });
}

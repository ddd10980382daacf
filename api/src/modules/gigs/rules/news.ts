import { type GigState, type Moderation } from "./standing.ts";

interface Seen {
  readonly state: GigState;
  readonly moderation: Moderation;
  readonly hiddenAt: Date | null;
  readonly isVisible: boolean;
}

const refusals: readonly Moderation[] = ["rejected", "suspended"];

/** What a change of a gig is told as. */
export function newsOf(
  before: Seen,
  after: Seen,
): "gig.published" | "gig.paused" | "gig.hidden" | "gig.changed" {
  if (after.isVisible) return before.isVisible ? "gig.changed" : "gig.published";
  if (before.state !== "paused" && after.state === "paused") return "gig.paused";
  const isRefused = before.moderation !== after.moderation && refusals.includes(after.moderation);
  const isTaken = before.hiddenAt === null && after.hiddenAt !== null;
  return before.isVisible || isRefused || isTaken ? "gig.hidden" : "gig.changed";
}

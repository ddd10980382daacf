/** What the seller wants of a gig; a draft was never published. */
export const gigStates = ["draft", "active", "paused"] as const;
export type GigState = (typeof gigStates)[number];

/** What the site's team thinks of a gig; `none` of a draft. */
export const moderations = ["none", "pending", "approved", "rejected", "suspended"] as const;
export type Moderation = (typeof moderations)[number];

/** What the site's team or its moderators can decide about a gig. */
export const decisions = ["approved", "rejected", "suspended", "hidden", "restored"] as const;
export type Decision = (typeof decisions)[number];

/** Whether a gig still stands as a decision left it: what was decided otherwise since is not told any more. */
export function standsAs(
  { moderation, isHidden }: { readonly moderation: Moderation; readonly isHidden: boolean },
  decision: Decision,
): boolean {
  if (decision === "hidden" || decision === "restored") return isHidden === (decision === "hidden");
  return moderation === decision;
}

interface Standing {
  readonly state: GigState;
  readonly moderation: Moderation;
}

/** How a gig stands once its seller publishes it: what the team rejected it sees again; null where the team forbids it. */
export function published({ moderation }: Standing, needsApproval: boolean): Standing | null {
  if (moderation === "suspended") return null;
  if (moderation === "approved" || moderation === "pending") return { state: "active", moderation };
  const isLookedAt = needsApproval || moderation === "rejected";
  return { state: "active", moderation: isLookedAt ? "pending" : "approved" };
}

/** What the team thinks of a gig whose seller wrote something new: where it approves gigs, it looks at an approved one again. */
export const afterNewWords = (moderation: Moderation, needsApproval: boolean): Moderation =>
  moderation === "approved" && needsApproval ? "pending" : moderation;

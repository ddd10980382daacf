/** What is known of a refresh token that was sent, and of the one that followed it. */
export interface RefreshState {
  readonly expiresAt: Date;
  readonly usedAt: Date | null;
  /** Whether the next token was used as well; false when there is none yet. */
  readonly isChildUsed: boolean;
}

/** The answer to a refresh that was lost, or a second tab that was a moment late, may be asked for again this long. */
const graceMs = 10_000;

/** A refresh token is used once. Again within the grace gives the same next token; anything else means that somebody copied it. */
export function judgeRefresh(
  { expiresAt, usedAt, isChildUsed }: RefreshState,
  now: Date,
): "rotate" | "repeat" | "expired" | "reused" {
  if (usedAt === null) return expiresAt > now ? "rotate" : "expired";
  const isRecent = now.getTime() - usedAt.getTime() <= graceMs;
  return isRecent && !isChildUsed ? "repeat" : "reused";
}

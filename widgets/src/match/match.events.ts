/** The ten who fit best are on screen, or the best rated in their place; `personIds` in their order. */
export type MatchesShownEvent = CustomEvent<{
  readonly source: "scored" | "fallback";
  readonly personIds: readonly string[];
}>;

declare global {
  interface HTMLElementEventMap {
    "tessera-matches-shown": MatchesShownEvent;
  }
}

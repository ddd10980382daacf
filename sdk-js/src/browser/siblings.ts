/** Talk between the tabs of one site about what they share. A tab that was just opened asks for it. */
export class Siblings<Shared> {
  readonly #channel: BroadcastChannel | null;
  #answers: Shared[] = [];
  /** Whether an answer that comes late still counts: until this tab or another tells of a change. */
  #awaitsLate = false;

  constructor(name: string, mine: () => Shared | null, onNews: (news: Shared | null) => void) {
    this.#channel = "BroadcastChannel" in globalThis ? new BroadcastChannel(name) : null;
    this.#channel?.addEventListener(
      "message",
      ({ data }: MessageEvent<{ news?: Shared | null; answer?: Shared }>) => {
        const answer = mine();
        if (data.answer) {
          this.#answers.push(data.answer);
          if (this.#awaitsLate && !answer) onNews(data.answer);
        } else if (data.news !== undefined) {
          this.#awaitsLate = false;
          onNews(data.news);
        } else if (answer) this.#channel?.postMessage({ answer });
      },
    );
  }

  /** Tells the other tabs of a change; null that it is over. */
  tell(news: Shared | null): void {
    this.#awaitsLate = false;
    this.#channel?.postMessage({ news });
  }

  /** Stops listening. */
  close(): void {
    this.#channel?.close();
  }

  /** What the other tabs have, as far as they answer within 50 ms; for a tab that has nothing, a later answer is news. */
  async ask(): Promise<readonly Shared[]> {
    if (!this.#channel) return [];
    this.#answers = [];
    this.#channel.postMessage({});
    await new Promise((resolve) => setTimeout(resolve, 50));
    this.#awaitsLate = true;
    return this.#answers;
  }
}

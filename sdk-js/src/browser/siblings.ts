/** Talk between the tabs of one site about what they share. A tab that was just opened asks for it. */
export class Siblings<Shared> {
  readonly #channel: BroadcastChannel | null;
  #answered: (shared: Shared) => void = () => {};

  constructor(name: string, mine: () => Shared | null, onNews: (news: Shared | null) => void) {
    this.#channel = "BroadcastChannel" in globalThis ? new BroadcastChannel(name) : null;
    this.#channel?.addEventListener(
      "message",
      ({ data }: MessageEvent<{ news?: Shared | null; answer?: Shared }>) => {
        const answer = mine();
        if (data.answer) this.#answered(data.answer);
        else if (data.news !== undefined) onNews(data.news);
        else if (answer) this.#channel?.postMessage({ answer });
      },
    );
  }

  /** Tells the other tabs of a change; null that it is over. */
  tell(news: Shared | null): void {
    this.#channel?.postMessage({ news });
  }

  /** Stops listening. */
  close(): void {
    this.#channel?.close();
  }

  /** What another tab has; null when none answers within 50 ms. */
  ask(): Promise<Shared | null> {
    this.#channel?.postMessage({});
    return new Promise((resolve) => {
      this.#answered = resolve;
      setTimeout(resolve, this.#channel ? 50 : 0, null);
    });
  }
}

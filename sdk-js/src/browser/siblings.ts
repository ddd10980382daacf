/** Talk between the tabs of one site about what they share. A tab that was just opened asks for it. */
export class Siblings<Shared> {
  readonly #channel: BroadcastChannel | null;
  #answers: Shared[] = [];

  constructor(name: string, mine: () => Shared | null, onNews: (news: Shared | null) => void) {
    this.#channel = "BroadcastChannel" in globalThis ? new BroadcastChannel(name) : null;
    this.#channel?.addEventListener(
      "message",
      ({ data }: MessageEvent<{ news?: Shared | null; answer?: Shared }>) => {
        const answer = mine();
        if (data.answer) this.#answers.push(data.answer);
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

  /** What the other tabs have, as far as they answer within 50 ms. */
  async ask(): Promise<readonly Shared[]> {
    if (!this.#channel) return [];
    this.#answers = [];
    this.#channel.postMessage({});
    await new Promise((resolve) => setTimeout(resolve, 50));
    return this.#answers;
  }
}

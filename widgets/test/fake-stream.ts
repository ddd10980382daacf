import { type LiveEvents } from "@tessera/sdk/browser";

/** The live stream of a fake site: numbered frames, kept for whoever comes back. */
export class FakeStream {
  readonly #frames: string[] = [];
  readonly #open = new Set<ReadableStreamDefaultController<Uint8Array>>();

  /** How many streams are open. */
  get size(): number {
    return this.#open.size;
  }

  /** Announces an event to the member on every open stream. */
  announce<Name extends keyof LiveEvents>(name: Name, data: LiveEvents[Name]): void {
    const seq = this.#frames.length + 1;
    const frame = `id: ${seq}\nevent: ${name}\ndata: ${JSON.stringify(data)}\n\n`;
    this.#frames.push(frame);
    for (const stream of this.#open) stream.enqueue(new TextEncoder().encode(frame));
  }

  /** Tells every open stream that news was missed for good. */
  restart(): void {
    for (const stream of this.#open) stream.enqueue(new TextEncoder().encode("event: resync\ndata: {}\n\n"));
  }

  /** Answers a request for the stream, from the number it names on. */
  answer(since: string | null, signal: AbortSignal | null | undefined): Response {
    const from = since === null ? this.#frames.length : Number(since);
    let own: ReadableStreamDefaultController<Uint8Array>;
    const body = new ReadableStream<Uint8Array>({
      start: (stream) => {
        own = stream;
        this.#open.add(stream);
        const ready = `id: ${from}\nevent: ready\ndata: {"seq":${from}}\n\n`;
        stream.enqueue(new TextEncoder().encode([ready, ...this.#frames.slice(from)].join("")));
      },
      cancel: () => void this.#open.delete(own),
    });
    signal?.addEventListener("abort", () => {
      if (this.#open.delete(own)) own.error(signal.reason);
    });
    return new Response(body, { headers: { "Content-Type": "text/event-stream" } });
  }
}

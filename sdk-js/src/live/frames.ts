/** One frame of server-sent events (https://html.spec.whatwg.org/multipage/server-sent-events.html) as the API writes it. */
export interface Frame {
  readonly seq: number;
  readonly name: string;
  readonly data: object;
}

/** Reads frames as they come, until the body ends. `heard` is called for every piece, also for one that holds no frame yet. */
export async function* readFrames(
  body: ReadableStream<Uint8Array>,
  heard: () => void,
): AsyncGenerator<Frame> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let text = "";
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      heard();
      text += decoder.decode(value, { stream: true });
      const blocks = text.split("\n\n");
      text = blocks.pop() ?? "";
      for (const block of blocks) {
        const frame = frameOf(block);
        if (frame) yield frame;
      }
    }
  } finally {
    void reader.cancel().catch(() => undefined);
  }
}

/** A ping is a comment and answers null. */
function frameOf(block: string): Frame | null {
  const fields = new Map(
    block.split("\n").map((line) => {
      const at = line.indexOf(": ");
      return [line.slice(0, at), line.slice(at + 2)];
    }),
  );
  const name = fields.get("event");
  if (!name) return null;
  return { seq: Number(fields.get("id") ?? 0), name, data: JSON.parse(fields.get("data") ?? "{}") };
}

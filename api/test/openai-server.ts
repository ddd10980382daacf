import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { type AddressInfo } from "node:net";
import { embedLocally } from "../src/platform/providers/ai/local-embedding.ts";

/** OpenAI's protocol over HTTP, as far as it is used: what it answers next is told by the test. */
export class OpenAiServer {
  readonly #server: Server;
  /** Status codes of the coming answers; 200 when there is none. `0` never answers. */
  plan: number[] = [];
  requests: { path: string; body: Record<string, unknown>; authorization: string | undefined }[] = [];
  answer = "{}";
  /** The tokens an answer says it took; null leaves them out, as some servers do. */
  usage: { prompt_tokens: number; completion_tokens: number } | null = {
    prompt_tokens: 1,
    completion_tokens: 1,
  };

  private constructor() {
    this.#server = createServer((request, response) => void this.#handle(request, response));
  }

  static async start(): Promise<OpenAiServer> {
    const made = new OpenAiServer();
    await new Promise<void>((resolve) => made.#server.listen(0, "127.0.0.1", resolve));
    return made;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/v1`;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  async #handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const body = JSON.parse(Buffer.concat(parts).toString()) as Record<string, unknown>;
    this.requests.push({ path: request.url ?? "", body, authorization: request.headers.authorization });
    const status = this.plan.shift() ?? 200;
    if (status === 0) return;
    // Milliseconds instead of the library's half a second keep the test short.
    response.writeHead(status, { "content-type": "application/json", "retry-after-ms": "5" });
    response.end(
      JSON.stringify(status === 200 ? this.#result(request.url ?? "", body) : { error: { message: "no" } }),
    );
  }

  #result(path: string, body: Record<string, unknown>): object {
    if (path.endsWith("/chat/completions")) {
      return {
        id: "c",
        object: "chat.completion",
        created: 1,
        model: body["model"],
        ...this.#told(),
        choices: [
          {
            index: 0,
            finish_reason: "stop",
            logprobs: null,
            message: { role: "assistant", content: this.answer, refusal: null },
          },
        ],
      };
    }
    const texts = body["input"] as string[];
    const data = texts.map((text, index) => ({
      object: "embedding",
      index,
      // Not of length 1, and not in the order asked: both are the driver's work.
      embedding: [...embedLocally(text)].slice(0, 512).map((number) => number * 3),
    }));
    return {
      object: "list",
      model: body["model"],
      data: data.toReversed(),
      ...this.#told(),
    };
  }

  #told(): object {
    if (!this.usage) return {};
    const { prompt_tokens: input, completion_tokens: output } = this.usage;
    return { usage: { ...this.usage, total_tokens: input + output } };
  }
}

import { createServer, type IncomingHttpHeaders, type Server } from "node:http";

/** One event as it arrived over HTTP. */
export interface ReceivedEvent {
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** A little HTTP server that keeps what vendors send to it. */
export class EventSink {
  readonly received: ReceivedEvent[] = [];
  /** What it answers with. */
  status = 200;
  readonly #server: Server;
  readonly url: string;

  private constructor(server: Server, port: number) {
    this.#server = server;
    this.url = `http://127.0.0.1:${port}/events`;
  }

  static async start(): Promise<EventSink> {
    const server = createServer();
    await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
    const address = server.address();
    const sink = new EventSink(server, typeof address === "object" && address ? address.port : 0);
    server.on("request", (request, response) => {
      const chunks: Buffer[] = [];
      request.on("data", (chunk: Buffer) => chunks.push(chunk));
      request.on("end", () => {
        sink.received.push({ headers: request.headers, body: Buffer.concat(chunks) });
        response.writeHead(sink.status).end();
      });
    });
    return sink;
  }

  /** Waits until something was received that fits; fails after five seconds. */
  async waitFor<Found>(find: (received: readonly ReceivedEvent[]) => Found | undefined): Promise<Found> {
    const deadline = performance.now() + 5000;
    for (;;) {
      const found = find(this.received);
      if (found !== undefined) return found;
      if (performance.now() > deadline)
        throw new Error(`${this.received.length} events came, and not the one waited for`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((done) => this.#server.close(done));
  }
}

import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { type AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";

/** What a vendor answers. */
export interface ServedAnswer {
  readonly status: number;
  readonly body?: object;
  /** The body to the letter, for vendors that sign it, or pages. */
  readonly text?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A request as a vendor sees it: `POST /path`, its query, its body (JSON or a form) and the credentials it came with. */
export interface ServedCall {
  readonly call: string;
  readonly query: URLSearchParams;
  readonly body: Readonly<Record<string, unknown>>;
  readonly authorization: string;
  /** The request as it came, for what is signed. */
  readonly whole: { readonly request: IncomingMessage; readonly url: URL; readonly bytes: Buffer };
}

/** A vendor's HTTP interface that speaks JSON, with the troubles a test plans for it. */
export abstract class VendorServer {
  readonly #server: Server;
  /** Status codes of the coming answers; the work is not done then. `0` never answers. */
  plan: number[] = [];
  /** The next answers are lost on their way: the work is done, nobody hears of it. */
  losesAnswers = 0;
  /** How long every answer takes. */
  delayMs = 0;
  /** What was asked, such as `POST /v1/rooms`. */
  readonly calls: string[] = [];

  constructor() {
    this.#server = createServer((request, response) => void this.#serve(request, response));
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** Begins to listen. */
  async open(): Promise<this> {
    await new Promise<void>((ready) => this.#server.listen(0, "127.0.0.1", ready));
    return this;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((done) => this.#server.close(done));
  }

  /** The vendor's own work. */
  protected abstract answer(asked: ServedCall): ServedAnswer | Promise<ServedAnswer>;

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const url = new URL(request.url ?? "", this.url);
    const call = `${request.method} ${url.pathname}`;
    this.calls.push(call);
    const planned = this.plan.shift();
    if (planned === 0) return;
    const bytes = Buffer.concat(parts);
    const { status, body, text, headers } =
      planned === undefined
        ? await this.answer({
            call,
            query: url.searchParams,
            body: readBody(request, bytes.toString()),
            authorization: request.headers.authorization ?? "",
            whole: { request, url, bytes },
          })
        : {
            status: planned,
            body: { message: "The service is temporarily unavailable." },
            text: undefined,
            headers: {},
          };
    if (this.delayMs > 0) await sleep(this.delayMs);
    if (this.losesAnswers > 0) {
      this.losesAnswers -= 1;
      request.socket.destroy();
      return;
    }
    response.writeHead(status, { "content-type": "application/json", "retry-after": "0", ...headers });
    response.end(text ?? (body ? JSON.stringify(body) : ""));
  }
}

function readBody(request: IncomingMessage, text: string): Record<string, unknown> {
  if (text === "") return {};
  return request.headers["content-type"]?.startsWith("application/x-www-form-urlencoded")
    ? Object.fromEntries(new URLSearchParams(text))
    : (JSON.parse(text) as Record<string, unknown>);
}

import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from "node:http";
import { after } from "node:test";

/** One request as the server saw it. */
export interface Seen {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  /** The operation and its input, for calls by POST. */
  readonly path: string;
  readonly input: Record<string, unknown>;
}

/** What the server answers: a status with an RPC body, a plain body for a public read, or a cut connection. */
export type Reply =
  | { readonly data: unknown; readonly headers?: Record<string, string> }
  | {
      readonly refuse: number;
      readonly code: string;
      readonly params?: object;
      readonly headers?: Record<string, string>;
    }
  | { readonly status: number; readonly text: string }
  | "cut";

/** Starts a real HTTP server that answers by a function, and remembers what was asked. It stops after the file's tests. */
export async function tinyApi(answer: (seen: Seen, nth: number) => Reply | Promise<Reply>) {
  const requests: Seen[] = [];
  const server = createServer((request, response) => void respond(request, response));
  const respond = async (request: IncomingMessage, response: ServerResponse) => {
    let body = "";
    for await (const chunk of request) body += String(chunk);
    const sent: Pick<Seen, "path" | "input"> = body === "" ? { path: "", input: {} } : JSON.parse(body);
    const { method = "", url = "", headers } = request;
    const seen: Seen = { method, url, headers, ...sent };
    requests.push(seen);
    const reply = await answer(seen, requests.length);
    if (reply === "cut") return void request.socket.destroy();
    if ("text" in reply)
      return void response.writeHead(reply.status, { "Content-Type": "text/html" }).end(reply.text);
    const isRead = method === "GET";
    if ("data" in reply) {
      const json = isRead ? reply.data : { result: { data: reply.data } };
      return void response.writeHead(200, reply.headers).end(JSON.stringify(json));
    }
    const refusal = { code: reply.code, params: reply.params ?? {}, requestId: "request-1" };
    const message = `Refused with ${reply.code}.`;
    const json = isRead ? { message, ...refusal } : { error: { message, code: -32600, data: refusal } };
    response.writeHead(reply.refuse, reply.headers).end(JSON.stringify(json));
  };
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  after(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The server has no port.");
  return { url: `http://127.0.0.1:${address.port}`, requests };
}

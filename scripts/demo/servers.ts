import { once } from "node:events";
import { createServer, type RequestListener, type Server } from "node:http";
import { loopbacks } from "./ports.ts";

/** A web server of the demo, reached as `localhost` and as `127.0.0.1`. */
export interface LocalServer {
  readonly close: () => Promise<void>;
}

/** Answers on a port of this machine alone. */
export async function serveLocally(port: number, listener: RequestListener): Promise<LocalServer> {
  const servers: Server[] = [];
  for (const host of loopbacks) {
    const server = createServer(listener);
    server.listen({ port, host });
    try {
      await once(server, "listening");
      servers.push(server);
    } catch (problem) {
      // Without IPv6 the first address is all there is.
      if (servers.length === 0) throw problem;
    }
  }
  return { close: async () => void (await Promise.all(servers.map(closeNow))) };
}

/** Pages of the demo are small: what is under way needs no grace. */
function closeNow(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

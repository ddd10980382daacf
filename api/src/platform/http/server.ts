import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";

/** What answers requests; what it throws later is its own business. */
export type Listener = (request: IncomingMessage, response: ServerResponse) => void | Promise<void>;

/** An HTTP server with bounded patience: slow headers and slow bodies are answered 408 instead of holding a socket. */
export function createPatientServer(listener: Listener): Server {
  const server = createServer(
    {
      headersTimeout: 5000,
      requestTimeout: 10_000,
      connectionsCheckingInterval: 1000,
      maxHeaderSize: 16_384,
    },
    (request, response) => void listener(request, response),
  );
  server.keepAliveTimeout = 65_000;
  return server;
}

/** Starts listening; answers the port taken, which is a free one when 0 was asked for. */
export const listen = (server: Server, { port, host }: { port: number; host: string }): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => {
      server.off("error", reject);
      const address = server.address();
      resolve(typeof address === "object" && address ? address.port : port);
    });
  });

/** Stops taking requests, lets those under way finish, then closes what is still open. */
export const closeServer = (server: Server, graceMs = 5000): Promise<void> =>
  new Promise((resolve) => {
    const force = setTimeout(() => server.closeAllConnections(), graceMs);
    server.close(() => {
      clearTimeout(force);
      resolve();
    });
    server.closeIdleConnections();
  });

import { createServer, type Server, type Socket } from "node:net";

/** A mail that was accepted, as it came. */
export interface Received {
  readonly to: string;
  readonly headers: string;
  readonly whole: string;
}

/** A mail server that accepts everything but `refused@…` and keeps it; who signs in needs the password. */
export class SmtpSink {
  readonly mails: Received[] = [];
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();
  port = 0;
  readonly password = "willow-lantern-19";

  private constructor(server: Server) {
    this.#server = server;
  }

  /** Starts on a port of its own unless told. */
  static async start(port = 0): Promise<SmtpSink> {
    const server = createServer();
    const sink = new SmtpSink(server);
    server.on("connection", (socket) => sink.#serve(socket));
    await new Promise<void>((ready) => server.listen(port, "127.0.0.1", ready));
    const address = server.address();
    sink.port = typeof address === "object" && address ? address.port : 0;
    return sink;
  }

  async stop(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    await new Promise((done) => this.#server.close(done));
  }

  #serve(socket: Socket): void {
    this.#sockets.add(socket);
    socket.on("close", () => this.#sockets.delete(socket));
    socket.on("error", () => socket.destroy());
    let pending = "";
    let to = "";
    let isData = false;
    const answer = (line: string) => {
      if (/^RCPT TO:<refused/i.test(line)) return "550 No such mailbox";
      if (/^RCPT TO:/i.test(line)) to = /<(.*?)>/.exec(line)?.[1] ?? "";
      if (/^DATA/i.test(line)) {
        isData = true;
        return "354 Go on";
      }
      if (/^EHLO/i.test(line)) return "250-sink\r\n250 AUTH PLAIN";
      const given = /^AUTH PLAIN (.*)/i.exec(line)?.[1];
      if (given !== undefined) return this.#isPassword(given) ? "235 Welcome" : "535 Authentication failed";
      return /^QUIT/i.test(line) ? "221 Bye" : "250 OK";
    };
    socket.write("220 sink\r\n");
    socket.on("data", (chunk) => {
      pending += chunk.toString();
      for (;;) {
        const end = pending.indexOf(isData ? "\r\n.\r\n" : "\r\n");
        if (end < 0) return;
        const part = pending.slice(0, end);
        pending = pending.slice(end + (isData ? 5 : 2));
        if (isData) {
          isData = false;
          this.mails.push({ to, headers: part.slice(0, part.indexOf("\r\n\r\n")), whole: part });
          socket.write("250 Kept\r\n");
        } else {
          socket.write(`${answer(part)}\r\n`);
        }
      }
    });
  }

  #isPassword(given: string): boolean {
    return Buffer.from(given, "base64").toString().split("\0")[2] === this.password;
  }
}

import { createServer, type AddressInfo, type Server, type Socket } from "node:net";
import { eicar } from "../src/platform/files/testing.ts";

/** How a daemon behaves when it does not do its work. */
export type ClamdTrouble = "silent" | "hangs_up" | "broken_reply" | "no_database";

/** A scanner that speaks as ClamAV's daemon does (clamd(8)): INSTREAM and PING, a size limit, replies in several packets. */
export class ClamdServer {
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();
  readonly #maxBytes: number;
  /** What goes wrong from now on; null for nothing. */
  trouble: ClamdTrouble | null = null;

  constructor({ maxBytes }: { maxBytes: number }) {
    this.#maxBytes = maxBytes;
    this.#server = createServer((socket) => this.#serve(socket));
  }

  get address(): string {
    return `clamd://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** Begins to listen. */
  async open(): Promise<this> {
    await new Promise<void>((ready) => this.#server.listen(0, "127.0.0.1", ready));
    return this;
  }

  async stop(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    await new Promise((done) => this.#server.close(done));
  }

  #serve(socket: Socket): void {
    this.#sockets.add(socket);
    socket.on("close", () => this.#sockets.delete(socket));
    socket.on("error", () => socket.destroy());
    if (this.trouble === "hangs_up") return void socket.destroy();
    let pending = Buffer.alloc(0);
    let isStream = false;
    let content = Buffer.alloc(0);
    socket.on("data", (chunk: Buffer) => {
      if (this.trouble === "silent") return;
      pending = Buffer.concat([pending, chunk]);
      if (!isStream) {
        const end = pending.indexOf("\0");
        if (end === -1) return;
        const command = pending.subarray(0, end).toString();
        if (command !== "zINSTREAM")
          return this.#reply(socket, command === "zPING" ? "PONG" : "UNKNOWN COMMAND");
        pending = pending.subarray(end + 1);
        isStream = true;
      }
      while (pending.length >= 4) {
        const length = pending.readUInt32BE(0);
        if (length === 0) return this.#reply(socket, verdictOn(content));
        if (content.length + length > this.#maxBytes)
          return this.#reply(socket, "INSTREAM size limit exceeded. ERROR");
        if (pending.length < 4 + length) return;
        content = Buffer.concat([content, pending.subarray(4, 4 + length)]);
        pending = pending.subarray(4 + length);
      }
    });
  }

  #reply(socket: Socket, text: string): void {
    if (this.trouble === "broken_reply") return void socket.end("stream: O");
    const said = this.trouble === "no_database" ? "stream: Can't allocate memory ERROR" : text;
    // In two packets, as a busy network brings it.
    socket.write(said.slice(0, 5));
    setTimeout(() => socket.end(`${said.slice(5)}\0`), 5);
  }
}

const verdictOn = (content: Buffer): string =>
  content.includes(eicar) ? "stream: Eicar-Test-Signature FOUND" : "stream: OK";

import { once } from "node:events";
import { connect, createServer, type Server, type Socket } from "node:net";
import { type AddressInfo } from "node:net";

/** A line to a server that can be cut at any moment. */
export class UnreliableLine {
  readonly #server: Server;
  readonly #target: URL;
  readonly #open = new Set<Socket>();
  #answersToLose = 0;
  /** How many connections were made. */
  connections = 0;
  /** Whether bytes get through at all. */
  isDown = false;

  private constructor(target: URL) {
    this.#target = target;
    this.#server = createServer((socket) => this.#serve(socket));
  }

  /** Opens a line to a server at an address of this machine. */
  static async to(url: string): Promise<UnreliableLine> {
    const line = new UnreliableLine(new URL(url));
    line.#server.listen(0, "127.0.0.1");
    await once(line.#server, "listening");
    return line;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** Lets the next requests reach the server, and cuts the line as soon as it answers. */
  loseAnswers(count: number): void {
    this.#answersToLose = count;
  }

  /** Cuts every connection that is open. */
  cut(): void {
    for (const socket of this.#open) socket.destroy();
  }

  close(): void {
    this.#server.close();
    this.cut();
  }

  #serve(socket: Socket): void {
    if (this.isDown) return void socket.destroy();
    this.connections++;
    const server = connect(Number(this.#target.port), this.#target.hostname);
    for (const side of [socket, server]) {
      this.#open.add(side);
      side.on("error", () => undefined);
      side.on("close", () => {
        this.#open.delete(side);
        socket.destroy();
        server.destroy();
      });
    }
    socket.on("data", (bytes) => server.write(bytes));
    server.on("data", (bytes) => {
      if (this.#answersToLose > 0) {
        this.#answersToLose--;
        socket.destroy();
      } else socket.write(bytes);
    });
  }
}

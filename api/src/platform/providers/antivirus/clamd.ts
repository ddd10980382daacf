import { createReadStream } from "node:fs";
import { connect, type Socket } from "node:net";
import { type Antivirus, type Verdict } from "./port.ts";

const pieceBytes = 64 * 1024;
const longestReply = 4096;
const stopped = "The scanner takes no more.";

/**
 * ClamAV's daemon: `clamd://host:3310`, or `unix:/run/clamav/clamd.ctl`. A file is sent to it (INSTREAM), so it need not see
 * this machine's disk; its `StreamMaxLength` has to be at least the largest upload.
 */
export function clamd(address: string): Antivirus {
  return {
    name: "clamd",
    async scan(path, { signal }) {
      const socket = await open(address, signal);
      const stop = () => socket.destroy(new Error("The scan took too long."));
      signal.addEventListener("abort", stop, { once: true });
      try {
        const reply = replyOf(socket);
        // A daemon that has seen enough replies before everything was sent, and takes no more.
        send(socket, path).catch((failure: Error) => failure.message !== stopped && socket.destroy(failure));
        return verdictOf(await reply);
      } finally {
        signal.removeEventListener("abort", stop);
        socket.destroy();
      }
    },
  };
}

async function open(address: string, signal: AbortSignal): Promise<Socket> {
  signal.throwIfAborted();
  const url = new URL(address);
  const socket =
    url.protocol === "unix:"
      ? connect({ path: url.pathname })
      : connect({ host: url.hostname, port: Number(url.port || 3310) });
  await new Promise<void>((resolve, reject) => {
    socket.once("connect", resolve);
    socket.once("error", reject);
    signal.addEventListener("abort", () => socket.destroy(new Error("The scanner was not reached.")), {
      once: true,
    });
  });
  return socket;
}

/** Pieces with their length before them, and one of no length at the end (clamd(8), INSTREAM). */
async function send(socket: Socket, path: string): Promise<void> {
  await write(socket, Buffer.from("zINSTREAM\0"));
  for await (const chunk of createReadStream(path, { highWaterMark: pieceBytes })) {
    const piece = chunk as Buffer;
    const length = Buffer.alloc(4);
    length.writeUInt32BE(piece.length);
    await write(socket, Buffer.concat([length, piece]));
  }
  await write(socket, Buffer.alloc(4));
}

const write = (socket: Socket, bytes: Buffer): Promise<void> =>
  new Promise((resolve, reject) => {
    socket.write(bytes, (failure) => (failure ? reject(new Error(stopped)) : resolve()));
  });

function replyOf(socket: Socket): Promise<string> {
  return new Promise((resolve, reject) => {
    let reply = "";
    socket.on("data", (chunk: Buffer) => {
      reply += chunk.toString();
      const end = reply.indexOf("\0");
      if (end !== -1) resolve(reply.slice(0, end));
      else if (reply.length > longestReply) reject(new Error("The scanner's reply has no end."));
    });
    socket.once("error", reject);
    socket.once("close", () => reject(new Error("The scanner closed the connection without a reply.")));
  });
}

function verdictOf(reply: string): Verdict {
  if (reply === "stream: OK") return { state: "clean" };
  const finding = /^stream: (.+) FOUND$/.exec(reply)?.[1];
  if (finding === undefined) throw new Error(`The scanner could not look: ${reply.slice(0, 200)}`);
  return { state: "infected", finding };
}

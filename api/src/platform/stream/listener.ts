import pg from "pg";
import { type Log } from "../log.ts";
import { frameChannel, type ToldEvent } from "./frame-target.ts";
import { type Whisper, whisperChannel } from "./whisper.ts";

const RECONNECT_MS = 1000;

/** Hears of new frames on a connection of its own. */
export interface FrameListener {
  stop(): Promise<void>;
}

/** Who is to hear. */
export interface Ears {
  /** Frames are there; null when some may be that nobody tells of. */
  hear(told: ToldEvent | null): void;
  /** Something was told that is not kept. */
  pass(whisper: Whisper): void;
}

/**
 * Listens for new frames, and connects again for ever when the connection breaks. Hears null after every
 * connect: what was said meanwhile was missed. Needs a direct connection; behind a pooler in transaction mode the hub's own
 * look around every two seconds takes its place.
 */
export function listenForFrames(url: string, log: Log, ears: Ears): FrameListener {
  let client: pg.Client | undefined;
  let retry: NodeJS.Timeout | undefined;
  let isStopping = false;

  const connect = async (): Promise<void> => {
    const opened = new pg.Client({
      connectionString: url,
      application_name: "tessera stream",
      keepAlive: true,
    });
    client = opened;
    opened.on("notification", ({ channel, payload }) => {
      if (channel === whisperChannel) ears.pass(JSON.parse(payload ?? "") as Whisper);
      else ears.hear(payload ? (JSON.parse(payload) as ToldEvent) : null);
    });
    opened.on("error", (error) =>
      log.warn({ err: error }, "The stream's connection broke and is opened again."),
    );
    opened.on("end", () => again());
    await opened.connect();
    await opened.query(`listen ${frameChannel}; listen ${whisperChannel}`);
    ears.hear(null);
  };
  const again = () => {
    if (isStopping || retry) return;
    retry = setTimeout(() => {
      retry = undefined;
      connect().catch((error: unknown) => {
        log.warn({ err: error }, "The stream could not connect to the database and tries again.");
        again();
      });
    }, RECONNECT_MS);
  };
  connect().catch(again);

  return {
    async stop() {
      isStopping = true;
      clearTimeout(retry);
      await client?.end().catch(() => undefined);
    },
  };
}

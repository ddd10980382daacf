import { once } from "node:events";
import { Worker } from "node:worker_threads";
import { type Log } from "../log.ts";
import { type Subscription } from "./subscriptions.ts";

/** How often a worker says that it lives. */
export const BEAT_MS = 2000;

/** What the thread is started with. */
export interface HeartbeatStart {
  readonly url: string;
  readonly workerId: string;
  readonly subscriptions: readonly Subscription[];
  /** False after the thread died and was replaced: then a missing row means that the lease was taken. */
  readonly isFirst: boolean;
}

/** What the thread says. */
export type HeartbeatMessage =
  | { readonly kind: "alive" | "lost" }
  | { readonly kind: "error"; readonly message: string };

/** A worker's sign of life, given by a thread of its own. */
export interface Heartbeat {
  /** Settles when the worker is first known to the database; until then it must not touch a job. */
  readonly alive: Promise<void>;
  /** Settles when the worker was taken for dead and its jobs were given to others. */
  readonly lost: Promise<void>;
  /** Says that the worker is gone, once its jobs are done. */
  stop(): Promise<void>;
}

/** Starts to give signs of life for a worker; `url` is of the role app_relay. */
export function startHeartbeat({
  url,
  workerId,
  subscriptions,
  log,
}: {
  url: string;
  workerId: string;
  subscriptions: readonly Subscription[];
  log: Log;
}): Heartbeat {
  const alive = Promise.withResolvers<void>();
  const lost = Promise.withResolvers<void>();
  let isOver = false;
  let thread = begin(true);

  function begin(isFirst: boolean): Worker {
    const started = new Worker(new URL("./heartbeat-thread.ts", import.meta.url), {
      workerData: { url, workerId, subscriptions, isFirst } satisfies HeartbeatStart,
    });
    let isKnown = !isFirst;
    started.on("message", (message: HeartbeatMessage) => {
      if (message.kind === "error")
        log.warn({ workerId, reason: message.message }, "A heartbeat was not written.");
      if (message.kind === "alive") {
        isKnown = true;
        alive.resolve();
      }
      if (message.kind === "lost") {
        isOver = true;
        lost.resolve();
      }
    });
    started.on("error", (error) => log.error({ err: error, workerId }, "The heartbeat's thread failed."));
    started.on("exit", () => {
      if (!isOver) setTimeout(() => isOver || (thread = begin(!isKnown)), BEAT_MS / 4);
    });
    return started;
  }

  return {
    alive: alive.promise,
    lost: lost.promise,
    async stop() {
      const hasEnded = isOver;
      isOver = true;
      if (hasEnded) return;
      const exited = once(thread, "exit");
      thread.postMessage("stop");
      // A database that does not answer must not keep the process.
      const impatience = setTimeout(() => void thread.terminate(), BEAT_MS);
      await exited;
      clearTimeout(impatience);
    },
  };
}

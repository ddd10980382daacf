import { setTimeout as sleep } from "node:timers/promises";
import { parentPort, workerData } from "node:worker_threads";
import pg from "pg";
import { BEAT_MS, type HeartbeatMessage, type HeartbeatStart } from "./heartbeat.ts";

// A thread of its own: a job that computes for seconds blocks the main thread, and its worker is alive all the same.
const { url, workerId, subscriptions, isFirst } = workerData as HeartbeatStart;
const stop = new AbortController();
parentPort?.once("message", () => stop.abort());

let isKnown = !isFirst;
let client: pg.Client | undefined;

const tell = (message: HeartbeatMessage) => parentPort?.postMessage(message);

async function beat(): Promise<"alive" | "lost"> {
  if (!client) {
    const opened = new pg.Client({ connectionString: url, application_name: "tessera heartbeat" });
    // An idle connection that breaks says so here; the next beat opens another.
    opened.on("error", () => undefined);
    await opened.connect();
    client = opened;
  }
  if (!isKnown) {
    await client.query(
      "insert into worker_heartbeats (worker_id, subscriptions) values ($1, $2) on conflict do nothing",
      [workerId, JSON.stringify(subscriptions)],
    );
    isKnown = true;
    return "alive";
  }
  const { rowCount } = await client.query(
    "update worker_heartbeats set seen_at = now() where worker_id = $1",
    [workerId],
  );
  return rowCount === 0 ? "lost" : "alive";
}

async function disconnect(): Promise<void> {
  const closing = client;
  client = undefined;
  await closing?.end().catch(() => undefined);
}

let told: HeartbeatMessage["kind"] | undefined;
while (!stop.signal.aborted && told !== "lost") {
  try {
    const state = await beat();
    if (state !== told) tell({ kind: state });
    told = state;
  } catch (error) {
    tell({ kind: "error", message: String(error) });
    await disconnect();
  }
  await sleep(BEAT_MS, undefined, { signal: stop.signal }).catch(() => undefined);
}
if (told === "alive") {
  await client
    ?.query("delete from worker_heartbeats where worker_id = $1", [workerId])
    .catch(() => undefined);
}
await disconnect();
// Waiting for a message would keep the thread alive.
parentPort?.close();

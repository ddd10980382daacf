// `node bench/stream-memory.ts`: what a process holds in memory for each of 5,000 open streams.
import { TestHouse } from "../api/test/house.ts";
import { signInAll, StreamServer } from "./fan-out.ts";
import { type BenchRow } from "./slots.ts";

const people = 1000;
const streams = 5000;
const budgetBytes = 140_000;

/** Opens the streams of a thousand people, five pages each, beside tRPC's subscriptions in the same run. */
export async function measureStreamMemory(): Promise<BenchRow[]> {
  const house = await TestHouse.open({ works: false });
  const limits = { visitorsPerMinute: 100_000, membersPerMinute: 100_000 };
  const site = await house.site("Bench", { tenancy: { limits } });
  const everybody = await signInAll(house, site, people);
  const callers = Array.from({ length: streams }, (_, at) => everybody[at % people]!.headers);
  const start = { databaseUrl: house.database.adminUrl, secret: house.database.secret };
  const bytesOf = async (mode: "ours" | "theirs", path: string) => {
    const server = await StreamServer.start({ kind: "start", mode, ...start });
    // What every server loads with its first streams is not the streams'.
    await server.open(path, callers.slice(0, 100));
    const before = (await server.usage()).bytes;
    await server.open(path, callers.slice(100));
    const after = (await server.usage()).bytes;
    server.stop();
    return (after - before) / (streams - 100);
  };
  const accept = { accept: "text/event-stream" };
  for (const [at, headers] of callers.entries()) callers[at] = { ...headers, ...accept };
  const own = await bytesOf("ours", "/api/v1/stream");
  const other = await bytesOf("theirs", `/said?input=${encodeURIComponent("{}")}`);
  await house.close();
  const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(0)} kB`;
  return [
    {
      what: `memory of each of ${streams.toLocaleString("en")} streams in one process`,
      budget: `<= ${kilobytes(budgetBytes)}`,
      floor: `<= ${kilobytes(budgetBytes)}`,
      measured: kilobytes(own),
      ratio: other / own,
      anchor: `tRPC subscriptions, ${kilobytes(other)}`,
    },
  ];
}

if (import.meta.main) {
  console.table(await measureStreamMemory());
  process.exit(0);
}

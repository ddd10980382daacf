import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type Client, connectServer } from "@tessera/sdk";
import pg from "pg";
import { type RunningDemo } from "./running-demo.ts";

/** The API as the coaching site's own server calls it; for a member when one is named. */
export const serverOf = ({ file, coaching }: RunningDemo, actingFor?: string): Client =>
  connectServer({ url: file.apiUrl, secretKey: coaching.secretKey, ...(actingFor && { actingFor }) });

/** Lets time pass in the sandbox, through everything that becomes due on the way. */
export async function passTime(demo: RunningDemo, to: Date): Promise<void> {
  for (;;) {
    const { now, failed } = await serverOf(demo).sandbox.clock({ to: to.toISOString() });
    if (failed > 0) throw new Error(`${failed} timers or jobs failed on the way to ${to.toISOString()}.`);
    if (now === to.toISOString()) return;
  }
}

/** What every kind of ledger account holds in a currency, in minor units; all of them together are 0. */
export function booksOf(demo: RunningDemo, currency: string): Promise<Record<string, number>> {
  return inDatabase(demo, async (client) => {
    const { rows } = await client.query<{ kind: string; minor: string }>(
      `select kind, sum(credits_posted - debits_posted) as minor from ledger_balances where unit = $1 group by kind`,
      [currency],
    );
    return Object.fromEntries(rows.map(({ kind, minor }) => [kind, Number(minor)]));
  });
}

/** Works at the demo's database as its superuser. */
export async function inDatabase<Result>(
  { folder }: RunningDemo,
  work: (client: pg.Client) => Promise<Result>,
): Promise<Result> {
  // The fourth line tells the port the database chose.
  const port = Number(readFileSync(join(folder, "postgres/postmaster.pid"), "utf8").split("\n")[3]);
  const password = readFileSync(join(folder, "postgres/superuser.password"), "utf8").trim();
  const client = new pg.Client({ host: "127.0.0.1", port, user: "postgres", password, database: "tessera" });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

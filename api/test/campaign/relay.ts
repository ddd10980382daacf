import { setTimeout as sleep } from "node:timers/promises";
import { backgroundTest, type BackgroundTest, eventually } from "../background.ts";
import { testDatabase, type TestDatabase } from "../database.ts";
import { startDoomed } from "../doomed.ts";

/** What was left after relays were killed again and again. */
export interface Killed {
  readonly announced: number;
  readonly jobs: number;
  readonly distinct: number;
  readonly left: number;
}

/** Announces events while one relay after the other is killed at a random moment, then lets the last one finish. */
export async function killRelays(
  database: TestDatabase,
  test: BackgroundTest,
  { kills, events }: { kills: number; events: number },
): Promise<Killed> {
  const tenantId = await test.addTenant();
  const perKill = Math.ceil(events / kills);
  for (let kill = 0; kill < kills; kill += 1) {
    const relay = startDoomed(database, "relay");
    await relay.said("ready");
    const announcing = announceMany(test, tenantId, perKill);
    await sleep(Math.random() * 60);
    await relay.kill();
    await announcing;
  }
  const last = startDoomed(database, "relay");
  // How long the rest takes is the machine's matter; that it becomes less is the relay's.
  for (let left = await leftIn(test); left > 0;) {
    const before = left;
    await eventually(async () => (left = await leftIn(test)) < before, 60_000);
  }
  await last.kill();
  const own = `from graphile_worker.jobs where key like '${tenantId}:%'`;
  return {
    announced: perKill * kills,
    jobs: await ask(test, `select count(*)::integer as answer ${own}`),
    distinct: await ask(test, `select count(distinct key)::integer as answer ${own}`),
    left: await leftIn(test),
  };
}

/** Several transactions, because a relay sees what is committed while it works. */
async function announceMany({ admin }: BackgroundTest, tenantId: string, count: number): Promise<void> {
  const part = 50;
  for (let done = 0; done < count; done += part) {
    await admin.query(
      `insert into outbox (tenant_id, id, name, fact, happened_at)
       select $1, gen_random_uuid(), 'thing.happened', jsonb_build_object('number', n), now() from generate_series(1, $2) n`,
      [tenantId, Math.min(part, count - done)],
    );
  }
}

const leftIn = (test: BackgroundTest): Promise<number> =>
  ask(test, "select count(*)::integer as answer from outbox");

async function ask({ admin }: BackgroundTest, sql: string): Promise<number> {
  const { rows } = await admin.query<{ answer: number }>(sql);
  return rows[0]?.answer ?? 0;
}

if (import.meta.main) {
  const database = await testDatabase();
  const test = await backgroundTest(database);
  const killed = await killRelays(database, test, { kills: 100, events: 100_000 });
  await test.close();
  await database.drop();
  const isExact =
    killed.jobs === killed.announced * 2 && killed.distinct === killed.jobs && killed.left === 0;
  process.stdout.write(
    `${JSON.stringify(killed)}\n${isExact ? "Nothing lost, nothing doubled." : "The relay lost or doubled events."}\n`,
  );
  if (!isExact) process.exitCode = 1;
}

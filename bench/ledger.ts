// `node bench/ledger.ts`: transfers per second through the ledger's door, against pgbench's TPC-B on the same database.
import { spawnSync } from "node:child_process";
import pg from "pg";
import {
  available,
  clearing,
  escrow,
  fees,
  gateway,
  issued,
  wallet,
} from "../api/src/modules/money/ledger/account.ts";
import { findWrongAccounts, sumUnits } from "../api/src/modules/money/ledger/audit-books.ts";
import { post } from "../api/src/modules/money/ledger/post.ts";
import { postingBody } from "../api/src/modules/money/ledger/posting-body.ts";
import { transfer, type TransferGroup } from "../api/src/modules/money/ledger/transfer.ts";
import { openRuntimePool } from "../api/src/platform/db/pool.ts";
import { newId } from "../api/src/platform/ids.ts";
import { type ScopeOptions, Scopes } from "../api/src/platform/scope/open.ts";
import { noTenant } from "../api/src/platform/scope/tenant.ts";
import { type BenchDatabase, benchDatabase } from "./database.ts";
import { type BenchRow } from "./slots.ts";

const CLIENTS = 8;
const SECONDS = 4;
const TURNS = 3;
const SCALE = 20;
const MEMBERS = 20_000;
const PER_BATCH = 100;

/** Measures orders spread over many accounts, orders that all pay one fee account, and metered usage in batches. */
export async function measureLedger(): Promise<BenchRow[]> {
  const database = await benchDatabase();
  const anchor = await openAnchor(database);
  const knex = openRuntimePool(database.url("app_rt"), { size: CLIENTS, name: "bench" });
  const scopes = new Scopes(knex);
  const clients = await Promise.all(Array.from({ length: CLIENTS }, () => connect(database)));
  const best = { spread: 0, hot: 0, metered: 0, scoped: 0, anchor: 0 };
  try {
    await emptyLedger(database);
    // In turns, the best of each: another process on the machine can only make one slower.
    for (let turn = 0; turn < TURNS; turn += 1) {
      best.anchor = Math.max(best.anchor, await anchor.run());
      best.spread = Math.max(best.spread, await measure(clients, () => [order(spreadNames())]));
      best.hot = Math.max(best.hot, await measure(clients, () => [order(oneName)]));
      best.metered = Math.max(best.metered, await measure(clients, usage));
      const scoped = clients.map(
        () => (groups: TransferGroup[]) => scopes.transact(options, (scope) => post(scope, groups)),
      );
      best.scoped = Math.max(best.scoped, await measure(scoped, () => [order(oneName)]));
    }
    await assertSound(scopes);
  } finally {
    await anchor.close();
    await Promise.all(clients.map((client) => client.end()));
    await knex.destroy();
    await database.stop();
  }
  const row = (what: string, rate: number, budget: string, floor: string): BenchRow => ({
    what: `ledger: ${what}, ${CLIENTS} clients`,
    budget,
    floor,
    measured: `${Math.round(rate)} transfers/s`,
    ratio: rate / best.anchor,
    anchor: `${anchor.name} ${Math.round(best.anchor)}/s`,
  });
  return [
    row("an order's 4 transfers per transaction, spread", best.spread, ">= 1.5x", ">= 1.0x"),
    row("an order's 4 transfers per transaction, one fee account", best.hot, ">= 1.0x", ">= 0.6x"),
    row("the same through a scope, Knex's transaction included", best.scoped, "none", "none"),
    row(`metered usage, ${PER_BATCH} per transaction`, best.metered, ">= 3x", ">= 1.5x"),
  ];
}

const options: ScopeOptions = {
  tenant: { ...noTenant, id: "01936b4e-0000-7000-8000-000000000002" },
  actor: { kind: "system", cause: "bench" },
  now: new Date(),
  request: { requestId: "bench", ip: null, origin: null, locale: "", userAgent: null },
};

const draw = (below: number): number => Math.floor(Math.random() * below);
const oneName = { gateway: "one", site: fees };
const spreadNames = () => ({ gateway: `gateway ${draw(1000)}`, site: available(`site ${draw(1000)}`) });

/** What a paid and finished order moves: in, held, earned, fee. */
function order({ gateway: name, site }: { gateway: string; site: typeof fees }): TransferGroup {
  const orderId = newId(options.now);
  const held = escrow(orderId);
  const moves = [
    [gateway(name), clearing(name), 5000],
    [clearing(name), held, 5000],
    [held, available(`member ${draw(MEMBERS)}`), 4250],
    [held, site, 750],
  ] as const;
  return {
    cause: "bench.order",
    orderId,
    transfers: moves.map(([debit, credit, amount]) =>
      transfer({ id: newId(options.now), debit, credit, unit: "EUR", amount }),
    ),
  };
}

/** Usage of many members, collected and posted in one call. */
function usage(): TransferGroup[] {
  const transfers = Array.from({ length: PER_BATCH }, () =>
    transfer({
      id: newId(options.now),
      debit: issued,
      credit: wallet(`member ${draw(MEMBERS)}`),
      unit: "calls",
      amount: 1,
    }),
  );
  return [{ cause: "bench.usage", transfers }];
}

/** Posts in a transaction of its own, with the statements a scope sends. */
async function connect({ url }: BenchDatabase): Promise<Client> {
  const client = new pg.Client({ connectionString: url("app_rt") });
  await client.connect();
  return Object.assign(
    async (groups: TransferGroup[]) => {
      const body = groups.map((group) => postingBody(group, options.now, new Map()));
      await client.query("begin");
      await client.query({
        name: "tenant",
        text: "select set_config('app.tenant_id', $1, true)",
        values: [options.tenant.id],
      });
      await client.query({
        name: "post",
        text: "select ledger_post($1::jsonb)",
        values: [JSON.stringify(body)],
      });
      await client.query("commit");
    },
    { end: () => client.end() },
  );
}

type Poster = (groups: TransferGroup[]) => Promise<void>;
type Client = Poster & { readonly end: () => Promise<void> };

/** Transfers per second of some clients at once. */
async function measure(posters: readonly Poster[], next: () => TransferGroup[]): Promise<number> {
  const began = performance.now();
  const until = began + SECONDS * 1000;
  let done = 0;
  const client = async (poster: Poster) => {
    while (performance.now() < until) {
      const groups = next();
      await poster(groups);
      done += groups.reduce((sum, { transfers }) => sum + transfers.length, 0);
    }
  };
  await Promise.all(posters.map(client));
  return (done / (performance.now() - began)) * 1000;
}

/** Fast and wrong would be worth nothing. */
async function assertSound(scopes: Scopes): Promise<void> {
  const [wrong, sums] = await scopes.inspect(options, async (scope) => [
    await findWrongAccounts(scope),
    await sumUnits(scope),
  ]);
  if (wrong.length > 0 || sums.some(({ difference }) => difference !== 0))
    throw new Error("The books are not sound.");
}

async function emptyLedger({ adminUrl }: BenchDatabase): Promise<void> {
  const admin = new pg.Client({ connectionString: adminUrl });
  await admin.connect();
  await admin.query("truncate ledger_accounts, ledger_transfers, ledger_snapshots, timers");
  await admin.end();
}

interface Anchor {
  readonly name: string;
  /** Transactions per second. */
  readonly run: () => Promise<number>;
  readonly close: () => Promise<void>;
}

/** TPC-B as pgbench does it, by pgbench where the machine has it. */
async function openAnchor({ adminUrl }: BenchDatabase): Promise<Anchor> {
  const admin = new pg.Client({ connectionString: adminUrl });
  await admin.connect();
  await admin.query("drop database if exists tpcb with (force)");
  await admin.query("create database tpcb");
  await admin.end();
  const url = new URL(adminUrl);
  url.pathname = "tpcb";
  const hasPgbench = spawnSync("pgbench", ["--version"]).status === 0;
  return hasPgbench ? pgbench(url.href) : statements(url.href);
}

function pgbench(url: string): Anchor {
  spawnSync("pgbench", ["-i", "-s", String(SCALE), "-q", url]);
  return {
    name: "pgbench TPC-B",
    async run() {
      const flags = ["-n", "-M", "prepared", "-c", String(CLIENTS), "-j", "2", "-T", String(SECONDS)];
      const { stdout } = spawnSync("pgbench", [...flags, url], { encoding: "utf8" });
      const tps = Number(/tps = ([\d.]+)/.exec(stdout)?.[1]);
      if (!(tps > 0)) throw new Error(`pgbench said nothing of its speed: ${stdout}`);
      return tps;
    },
    close: async () => {},
  };
}

/** The same tables and the same five statements through the driver. */
async function statements(url: string): Promise<Anchor> {
  const pool = new pg.Pool({ connectionString: url, max: CLIENTS });
  await pool.query(`
    create table branches as select n as bid, 0 as bbalance from generate_series(1, ${SCALE}) n;
    create table tellers as select n as tid, 0 as tbalance from generate_series(1, ${SCALE * 10}) n;
    create table accounts as select n as aid, 0 as abalance, repeat(' ', 84) as filler from generate_series(1, ${SCALE * 100_000}) n;
    create table history (tid int, bid int, aid int, delta int, mtime timestamp, filler char(22));
    alter table branches add primary key (bid); alter table tellers add primary key (tid); alter table accounts add primary key (aid);`);
  return {
    name: "TPC-B through the driver",
    run: () => tpcb(pool),
    close: () => pool.end(),
  };
}

async function tpcb(pool: pg.Pool): Promise<number> {
  const began = performance.now();
  const until = began + SECONDS * 1000;
  let done = 0;
  const client = async () => {
    const connection = await pool.connect();
    const run = (name: string, text: string, values: number[]) => connection.query({ name, text, values });
    while (performance.now() < until) {
      const [aid, tid, bid, delta] = [
        draw(SCALE * 100_000) + 1,
        draw(SCALE * 10) + 1,
        draw(SCALE) + 1,
        draw(9999) - 5000,
      ];
      await connection.query("begin");
      await run("a", "update accounts set abalance = abalance + $1 where aid = $2", [delta, aid]);
      await run("b", "select abalance from accounts where aid = $1", [aid]);
      await run("c", "update tellers set tbalance = tbalance + $1 where tid = $2", [delta, tid]);
      await run("d", "update branches set bbalance = bbalance + $1 where bid = $2", [delta, bid]);
      await run("e", "insert into history values ($1, $2, $3, $4, now())", [tid, bid, aid, delta]);
      await connection.query("commit");
      done += 1;
    }
    connection.release();
  };
  await Promise.all(Array.from({ length: CLIENTS }, client));
  return (done / (performance.now() - began)) * 1000;
}

if (import.meta.main) console.table(await measureLedger());

import assert from "node:assert/strict";
import { after, before, mock, test } from "node:test";
import pg from "pg";
import { z } from "zod";
import { type ProcedureEntry } from "../src/platform/rpc/table.ts";
import { EventSink } from "./event-sink.ts";
import { TestHouse } from "./house.ts";
import { probes } from "./isolation/probes.ts";
import { operatorHeaders } from "./isolation/sign-in.ts";
import { buildCast, type Cast } from "./isolation/world.ts";

let house: TestHouse;
let sink: EventSink;
let cast: Cast;

before(async () => {
  house = await TestHouse.open({ variables: { WEBHOOK_ALLOW_CIDRS: "127.0.0.1/32" } });
  sink = await EventSink.start();
  cast = await buildCast(house, {
    word: "bilbyish",
    hooksUrl: sink.url,
    operator: await operatorHeaders(house),
  });
});
after(async () => {
  await house?.close();
  await sink?.stop();
  assert.deepEqual(house.bugs, []);
});

interface List {
  readonly path: string;
  /** The filters that take any text. */
  readonly texts: readonly string[];
  readonly ask: (input: object) => Promise<{ status: number; items: readonly object[] }>;
}

type Property = { readonly type?: string; readonly format?: string; readonly enum?: unknown[] };

function listOf({ path, meta }: ProcedureEntry): List | null {
  const { properties = {} } = z.toJSONSchema(meta.input, { io: "input", unrepresentable: "any" });
  if (!("limit" in properties) || !("cursor" in properties)) return null;
  const audience = [meta.audience].flat();
  const who = (["server", "staff", "member"] as const).find((kind) => audience.includes(kind));
  const headers =
    cast.headers[
      who === "member" ? "client" : (who ?? (audience.includes("operator") ? "operator" : "visitor"))
    ];
  const texts = Object.entries(properties as Record<string, Property>)
    .filter(([name, each]) => name !== "cursor" && each.type === "string" && !each.format && !each.enum)
    .map(([name]) => name);
  const known = probes[path]!.input(cast);
  const ask = async (input: object) => {
    const { status, body } = await house.call(path, { ...known, ...input }, { headers });
    return { status, items: body.result?.data.items ?? [] };
  };
  return { path, texts, ask };
}

const lists = (): List[] =>
  [...house.house.dispatcher.table.values()].flatMap((entry) => listOf(entry) ?? []);

test("every list gives 20 unless told, 100 at most", async () => {
  const all = lists();
  assert.ok(all.length > 20, `${all.length} lists`);
  for (const { path, ask } of all) {
    const { status, items } = await ask({});
    assert.equal(status, 200, path);
    assert.ok(items.length <= 20, path);
    assert.equal((await ask({ limit: 100 })).status, 200, path);
    for (const limit of [101, 0, -1, 1.5, "20"]) assert.equal((await ask({ limit })).status, 400, path);
  }
});

test("a text that means something to a database means nothing in any filter", async () => {
  let asked = 0;
  for (const { path, texts, ask } of lists()) {
    const { items } = await ask({ limit: 100 });
    for (const name of texts)
      for (const text of ["' or 1=1 --", "\\'; drop table members; --", "%", "_%", "{}", "$1"]) {
        const found = await ask({ [name]: text, limit: 100 });
        asked += 1;
        assert.ok(found.status === 200 || found.status === 400, `${path} ${name} ${text}: ${found.status}`);
        assert.ok(found.items.length <= items.length, `${path} ${name} ${text}`);
      }
  }
  assert.ok(asked > 50, `${asked} were asked`);
});

/** How many statements the runtime sends while work runs: the fewest of three times, as timers may fall between. */
async function statementsOf(work: () => Promise<unknown>): Promise<number> {
  const counts: number[] = [];
  for (let run = 0; run < 3; run += 1) {
    const sent = mock.method(pg.Client.prototype, "query");
    await work();
    counts.push(sent.mock.calls.filter((call) => (call.this as pg.Client).user === "app_rt").length);
    sent.mock.restore();
  }
  return Math.min(...counts);
}

test("a list asks the database as often for one row as for many", async () => {
  const rising: string[] = [];
  let compared = 0;
  for (const { path, ask } of lists()) {
    const { items } = await ask({ limit: 100 });
    if (items.length < 2) continue;
    const one = await statementsOf(() => ask({ limit: 1 }));
    const many = await statementsOf(() => ask({ limit: 100 }));
    compared += 1;
    assert.ok(one > 0, path);
    if (many > one) rising.push(`${path}: ${one} for one row, ${many} for ${items.length}`);
  }
  assert.deepEqual(rising, []);
  assert.ok(compared > 12, `${compared} were compared`);
});

import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { type Knex } from "knex";
import { testDatabase, type TestDatabase } from "../../../test/database.ts";
import { wallClock } from "../clock.ts";
import { openRuntimePool } from "../db/pool.ts";
import { newId } from "../ids.ts";
import { installModules } from "../installed-modules.ts";
import { type Module } from "../module.ts";
import { type Scope } from "../scope/scope.ts";
import { Scopes } from "../scope/open.ts";
import { systemScope } from "../jobs/system-scope.ts";
import { noTenant, type Tenant } from "../scope/tenant.ts";
import { beginFlow, previewTransition, takeTransition } from "./engine.ts";
import { emptyEscrow, type Escrow, type EscrowMove } from "./escrow.ts";
import { flowTimer } from "./flow-timer.ts";
import { moduleFlow } from "./flow-kind.ts";
import { type FlowRun } from "./flow-run.ts";
import { type Outcome } from "./interpreter.ts";
import { sale, SaleDraft, saleVocabulary } from "./sale/testing.ts";
import { readStanding, readSteps } from "./standing.ts";

const placed = new Date("2026-03-02T08:00:00Z");
const minute = (count: number) => new Date(placed.getTime() + count * 60_000);

/** What the escrows hold; the sale has no ledger. */
const escrows = new Map<string, Escrow>();

/** What the sale's handlers did, in order. */
const done: string[] = [];
let shipping: (run: FlowRun) => Promise<void> = async () => {};

const newer = new SaleDraft();
newer.flow.version = 2;
newer.state("paid").label = "sale.paid_for";

const saleFlow = moduleFlow<{ run: FlowRun; moves: EscrowMove[] }>({
  versions: [sale, newer.flow],
  vocabulary: saleVocabulary,
  handlers: {
    effects: {
      ship: async ({ run }) => {
        done.push("ship");
        await shipping(run);
      },
      remind: async (_context, { times }) => void done.push(`remind ${String(times)}`),
    },
    guards: { inStock: async () => true, longAgo: async () => true },
    policies: { cancellation: async () => 2_500 },
  },
  open: async (run) => ({ run, moves: [] }),
  readEscrow: async ({ run }) => escrows.get(run.id) ?? emptyEscrow,
  moveEscrow: ({ moves }, move) => void moves.push(move),
  finish: async ({ run, moves }, { transition, after, escrow }) => {
    escrows.set(run.id, escrow);
    done.push(`${transition}: ${after.state} ${JSON.stringify(moves)}`);
  },
  alarm: async (_context, event) => void done.push(`alarm ${event}`),
});

describe("the flow engine", () => {
  let database: TestDatabase;
  let pool: Knex;
  let scopes: Scopes;
  let tenant: Tenant;
  const at = <Result>(count: number, work: (scope: Scope) => Promise<Result>) =>
    scopes.transact(systemScope(tenant, { cause: "test", requestId: "test", now: minute(count) }), work);
  const timers = (id: string) =>
    at(
      0,
      (scope) =>
        scope.sql<{ key: string; dueAt: Date }>`
        select key, due_at from timers where tenant_id = ${tenant.id} and subject_id = ${id} and state = 'pending' order by key`,
    );
  const begin = async (flow = saleFlow) => {
    const id = newId(wallClock());
    const moments = { "delivery.due": minute(600), "buyer.seen": null };
    await at(0, (scope) =>
      beginFlow(scope, flow, { id, priceMinor: 5_000, parameters: { payMinutes: 45 }, moments }),
    );
    done.length = 0;
    return id;
  };
  const paid = async () => {
    const id = await begin();
    await at(1, (scope) => takeTransition(scope, id, { event: "money.arrived" }));
    done.length = 0;
    return id;
  };
  const take = (id: string, transition: string, by: string, input: unknown = {}) =>
    at(5, (scope) => takeTransition(scope, id, { transition, by, input }));

  before(async () => {
    database = await testDatabase();
    pool = openRuntimePool(database.url("app_rt"), { size: 8, name: "flow test" });
    scopes = new Scopes(pool);
    tenant = { ...noTenant, id: newId(wallClock()) };
    installModules([{ flows: [saleFlow] } as unknown as Module]);
  });
  after(async () => {
    await pool.destroy();
    await database.drop();
  });

  it("begins the newest version with the tenant's numbers, the others' defaults and its timers", async () => {
    const id = await begin();
    const standing = await at(0, (scope) => readStanding(scope, id));
    assert.deepEqual(standing.position, { state: "unpaid", regions: { question: "none", dispute: "none" } });
    assert.equal(standing.parameters["payMinutes"], 45);
    assert.equal(standing.parameters["deposit"], 2_000);
    assert.deepEqual(await timers(id), [{ key: "unpaid_too_long", dueAt: minute(45) }]);
    assert.deepEqual(
      standing.choicesOf("buyer").map(({ transition }) => transition),
      ["cancel"],
    );
  });

  it("carries a transition out: effects in order, money, timers, the step", async () => {
    const id = await begin();
    const outcome = await at(1, (scope) => takeTransition(scope, id, { event: "money.arrived" }));
    assert.equal(outcome.kind, "step");
    assert.deepEqual(done, ['pay: paid [{"escrow":"fund","amountMinor":5000}]']);
    const standing = await at(1, (scope) => readStanding(scope, id));
    assert.deepEqual(standing.entered["main"], minute(1));
    assert.deepEqual(await timers(id), [{ key: "delivery_overdue", dueAt: minute(600) }]);
    const [step] = await at(1, (scope) => readSteps(scope, id));
    assert.deepEqual(
      [step?.revision, step?.transition, step?.state, step?.takenBy, step?.actorKind],
      [1, "pay", "paid", "money.arrived", "system"],
    );
  });

  it("previews without doing anything", async () => {
    const id = await paid();
    const outcome = await at(5, (scope) =>
      previewTransition(scope, id, { transition: "cancel", by: "buyer" }),
    );
    assert.ok(outcome.kind === "step");
    assert.deepEqual(outcome.effects, [{ escrow: "settle", refundMinor: 1_250, releaseMinor: 3_750 }]);
    assert.deepEqual(done, []);
    assert.equal((await at(5, (scope) => readStanding(scope, id))).revision, 1);
  });

  it("changes nothing when it refuses", async () => {
    const id = await paid();
    assert.deepEqual(await take(id, "accept", "buyer"), { kind: "refused", reason: "wrong_state" });
    assert.deepEqual(await take(id, "deliver", "buyer"), { kind: "refused", reason: "not_allowed" });
    assert.equal((await at(5, (scope) => readStanding(scope, id))).revision, 1);
  });

  it("gives everything up when an effect refuses", async () => {
    const id = await paid();
    shipping = async () => Promise.reject(new Error("the van is broken"));
    await assert.rejects(take(id, "deliver", "seller"), /the van is broken/);
    shipping = async () => {};
    const { position, revision } = await at(5, (scope) => readStanding(scope, id));
    assert.deepEqual([position.state, revision], ["paid", 1]);
    assert.deepEqual(await timers(id), [{ key: "delivery_overdue", dueAt: minute(600) }]);
  });

  it("sets timers by the moments as effects have left them", async () => {
    const id = await paid();
    shipping = async (run) => run.setMoments({ "buyer.seen": minute(9_000) });
    await take(id, "deliver", "seller");
    shipping = async () => {};
    assert.deepEqual(await timers(id), [{ key: "buyer_is_silent", dueAt: minute(9_060) }]);
  });

  it("lets a timer take its transition, and one that has been overtaken do nothing", async () => {
    const id = await begin();
    const fire = (count: number, timer: string) =>
      at(count, (scope) => flowTimer.run(scope, { subjectId: id, dueAt: minute(45), payload: { timer } }));
    await fire(44, "unpaid_too_long");
    assert.deepEqual(done, []);
    await fire(45, "unpaid_too_long");
    await fire(45, "unpaid_too_long");
    await fire(45, "delivery_overdue");
    assert.deepEqual(done, ["expire: dropped []"]);
    assert.deepEqual(await timers(id), []);
  });

  it("stops the clock of an order that a region freezes, and starts it anew", async () => {
    const id = await paid();
    await take(id, "deliver", "seller");
    await take(id, "object", "buyer");
    assert.deepEqual(await timers(id), []);
    await take(id, "withdraw", "buyer");
    assert.deepEqual(
      (await timers(id)).map(({ key }) => key),
      ["buyer_is_silent"],
    );
  });

  it("tells somebody of an event that does not fit, and passes over one of no concern", async () => {
    const id = await paid();
    const arrive = (event: string) => at(2, (scope) => takeTransition(scope, id, { event }));
    assert.deepEqual(await arrive("money.arrived"), { kind: "alarm" });
    assert.deepEqual(done, ["alarm money.arrived"]);
    const other = await begin();
    const outcome = await at(2, (scope) => takeTransition(scope, other, { event: "money.bounced" }));
    assert.deepEqual(outcome, { kind: "ignored" });
  });

  it("answers a foreign order like a missing one", async () => {
    const id = await paid();
    const other = { ...tenant, id: newId(wallClock()) };
    const scope = systemScope(other, { cause: "test", requestId: "test", now: placed });
    await assert.rejects(
      scopes.transact(scope, (foreign) => takeTransition(foreign, id, { transition: "cancel", by: "buyer" })),
      { code: "request.not_found" },
    );
  });

  it("keeps a running order on the version it began with, and off an edited one", async () => {
    const id = await begin();
    const edited = new SaleDraft();
    edited.flow.version = 2;
    const changed = moduleFlow({ ...saleFlow.kind, versions: [sale, edited.flow] });
    installModules([{ flows: [changed] } as unknown as Module]);
    await assert.rejects(take(id, "cancel", "buyer"), /is not the one that order .* began with/);
    installModules([{ flows: [saleFlow] } as unknown as Module]);
    assert.equal((await take(id, "cancel", "buyer")).kind, "step");
  });

  it("refuses a flow with a defect at the start", () => {
    const wrong = new SaleDraft();
    delete wrong.state("delivered").timers;
    wrong.transition("accept").by = ["buyer"];
    assert.throws(() => moduleFlow({ ...saleFlow.kind, versions: [wrong.flow] }), /cannot run/);
  });

  it("takes one of 100 transitions that come at once", async () => {
    const id = await paid();
    await take(id, "deliver", "seller");
    done.length = 0;
    const race = Array.from({ length: 100 }, (_, nth) =>
      nth % 2 === 0
        ? take(id, "accept", "buyer")
        : at(5, (scope) => takeTransition(scope, id, { transition: "object", by: "buyer" })),
    );
    const outcomes: Outcome[] = await Promise.all(race);
    assert.equal(outcomes.filter(({ kind }) => kind === "step").length, 1);
    assert.equal(done.length, 1);
  });
});

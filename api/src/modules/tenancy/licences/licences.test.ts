import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { DoomedHouse, freePort } from "../../../../test/doomed-house.ts";
import { TestHouse, type TestSite } from "../../../../test/house.ts";
import { wallClock } from "../../../platform/clock.ts";
import { inParallel } from "../../../../test/isolation/client.ts";
import { openRuntimePool } from "../../../platform/db/pool.ts";
import { systemScope } from "../../../platform/jobs/system-scope.ts";
import { Scopes } from "../../../platform/scope/open.ts";
import { AppError } from "../../../platform/errors.ts";
import { days, plus } from "../../../platform/time.ts";
import { Licence } from "../models/licence.ts";
import { changePlanRow, readPlans } from "../plans/plan-rows.ts";
import { setOwnLimits, setPlan } from "../plans/set-plan.ts";
import { readStanding } from "../plans/standing.ts";
import { planTrial } from "../plans/trial.ts";
import { noTenant, type Tenant } from "../../../platform/scope/tenant.ts";
import { consumeLimit, releaseLimit, usedOf } from "../usage/consume-limit.ts";
import { failLicencePayment, renewLicence, revokeLicence } from "./end-licence.ts";
import { grantLicence } from "./grant-licence.ts";
import { licenceTimer } from "./licence-timer.ts";
import { licenceTimerName } from "./settle-licence.ts";
import { switchOff, switchOn } from "./switch-module.ts";

let house: TestHouse;
before(async () => {
  house = await TestHouse.open();
});
after(async () => {
  await house.close();
  assert.deepEqual(house.bugs, []);
});

/** A site of the free plan, which has no gigs. */
async function freeSite(): Promise<TestSite> {
  const site = await house.site();
  await house.within(site.live, (scope) => setPlan(scope, "free"));
  return site;
}

const fresh = async (tenant: Tenant): Promise<Tenant> => {
  const loaded = await house.house.directory.load(tenant.id);
  return loaded ?? tenant;
};
const gigs = (headers: Record<string, string>) => house.call("gigs.listGigs", {}, { headers });
const answerOf = async (headers: Record<string, string>) => {
  const { status, body } = (await gigs(headers)) as {
    status: number;
    body: { error?: { data: { code: string } } };
  };
  return `${status} ${body.error?.data.code ?? ""}`.trim();
};
const inactive = "402 request.module_inactive";

const systemOf = (tenant: Tenant, now = wallClock()) =>
  systemScope(tenant, { cause: "test", requestId: "test", now });

/** Runs what is due of a tenant at a moment, as the sweep of timers does. */
const runAt = (tenant: Tenant, now: Date, subjectId: string, timer: typeof licenceTimer) =>
  house.house.scopes.transact(systemOf(tenant, now), (scope) =>
    timer.run(scope, { subjectId, dueAt: now, payload: {} }),
  );

const stateOf = (tenant: Tenant, id: string) =>
  house.within(tenant, async (scope) => (await scope.query(Licence).findOne({ id }))?.state);

const timersOf = async (tenant: Tenant, subjectId: string) => {
  const rows = await house.within(
    tenant,
    (scope) => scope.sql<{ key: string; dueAt: Date }>`
      select key, due_at from timers where tenant_id = ${tenant.id} and kind = ${licenceTimerName} and subject_id = ${subjectId}
        and state = 'pending' order by due_at`,
  );
  return rows.map(({ key, dueAt }) => [key, dueAt.getTime()]);
};

describe("licences", () => {
  it("402 without one, 200 with one, 402 when it was taken back; the sandbox follows its live tenant", async () => {
    const site = await freeSite();
    const test = { "Tessera-Key": site.sandboxKeys.publishableKey };
    assert.deepEqual([await answerOf(site.visitor), await answerOf(test)], [inactive, inactive]);
    await house.within(site.live, (scope) =>
      grantLicence(scope, { module: "gigs", kind: "lifetime", source: "operator", expiresAt: null }),
    );
    assert.deepEqual([await answerOf(site.visitor), await answerOf(test)], ["200", "200"]);
    await house.within(site.live, (scope) => revokeLicence(scope, "gigs"));
    assert.deepEqual([await answerOf(site.visitor), await answerOf(test)], [inactive, inactive]);
  });

  it("a trial warns, ends once and for all, and is not given again", async () => {
    const { live, visitor } = await freeSite();
    const now = wallClock();
    const expiresAt = plus(now, days(14));
    const trial = { module: "gigs", kind: "trial", source: "trial", expiresAt } as const;
    const { id } = await house.within(live, (scope) => grantLicence(scope, trial));
    assert.deepEqual(await timersOf(live, id), [
      ["7d", plus(expiresAt, -days(7)).getTime()],
      ["1d", plus(expiresAt, -days(1)).getTime()],
      ["end", expiresAt.getTime()],
    ]);
    await assert.rejects(
      house.within(live, (scope) => grantLicence(scope, trial)),
      { code: "tenancy.licensed_already" },
    );
    await runAt(live, plus(expiresAt, -days(1)), id, licenceTimer);
    assert.equal(await stateOf(live, id), "active");
    await runAt(live, expiresAt, id, licenceTimer);
    assert.deepEqual([await stateOf(live, id), await answerOf(visitor)], ["expired", inactive]);
    await assert.rejects(
      house.within(live, (scope) => grantLicence(scope, trial)),
      { code: "tenancy.trial_used" },
    );
  });

  it("a lifetime licence takes the place of the trial, has no end and nothing beside it", async () => {
    const { live, visitor } = await freeSite();
    const expiresAt = plus(wallClock(), days(14));
    const trial = await house.within(live, (scope) =>
      grantLicence(scope, { module: "gigs", kind: "trial", source: "trial", expiresAt }),
    );
    const bought = await house.within(live, (scope) =>
      grantLicence(scope, { module: "gigs", kind: "lifetime", source: "purchase", expiresAt: null }),
    );
    assert.deepEqual([await stateOf(live, trial.id), bought.expiresAt], ["replaced", null]);
    assert.deepEqual([await timersOf(live, trial.id), await timersOf(live, bought.id)], [[], []]);
    await runAt(live, plus(wallClock(), days(3653)), bought.id, licenceTimer);
    assert.deepEqual([await stateOf(live, bought.id), await answerOf(visitor)], ["active", "200"]);
    await assert.rejects(
      house.within(live, (scope) =>
        grantLicence(scope, { module: "gigs", kind: "subscription", source: "purchase", expiresAt }),
      ),
      { code: "tenancy.licensed_for_life" },
    );
  });

  it("an unpaid subscription is suspended at once where there is no grace, and active again once paid", async () => {
    const { live, visitor } = await freeSite();
    const expiresAt = plus(wallClock(), days(30));
    const { id } = await house.within(live, (scope) =>
      grantLicence(scope, { module: "gigs", kind: "subscription", source: "purchase", expiresAt }),
    );
    await house.within(live, (scope) => failLicencePayment(scope, "gigs"));
    assert.deepEqual([await stateOf(live, id), await answerOf(visitor)], ["suspended", inactive]);
    await house.within(live, (scope) => renewLicence(scope, { module: "gigs", expiresAt }));
    assert.deepEqual([await stateOf(live, id), await answerOf(visitor)], ["active", "200"]);
  });

  it("an unpaid subscription goes on for the days of grace of its plan", async () => {
    const { live, visitor } = await freeSite();
    const plan = (await house.within(live, readPlans)).find(({ key }) => key === "free")!;
    await house.within(noTenant, (scope) => changePlanRow(scope, { ...plan, graceDays: 5 }));
    const expiresAt = plus(wallClock(), days(30));
    const { id } = await house.within(live, (scope) =>
      grantLicence(scope, { module: "gigs", kind: "subscription", source: "purchase", expiresAt }),
    );
    await runAt(live, expiresAt, id, licenceTimer);
    assert.deepEqual([await stateOf(live, id), await answerOf(visitor)], ["grace", "200"]);
    assert.deepEqual(await timersOf(live, id), [["end", plus(expiresAt, days(5)).getTime()]]);
    await runAt(live, plus(expiresAt, days(5)), id, licenceTimer);
    assert.deepEqual([await stateOf(live, id), await answerOf(visitor)], ["expired", inactive]);
    await house.within(noTenant, (scope) => changePlanRow(scope, plan));
  });

  it("plans are changed by operators' calls alone", async () => {
    const { live } = await freeSite();
    const read = () => house.within(live, readPlans);
    const before = await read();
    await house.within(live, (scope) => changePlanRow(scope, { ...before[0]!, modules: ["gigs"] }));
    assert.deepEqual(await read(), before);
  });

  it("402 for what was switched off, whatever is licensed; 200 when it is switched on again, with all that was there", async () => {
    const site = await house.site();
    await house.within(site.live, (scope) => switchOff(scope, "gigs"));
    assert.equal(await answerOf(site.visitor), inactive);
    await house.within(site.live, (scope) => switchOn(scope, "gigs"));
    assert.equal(await answerOf(site.visitor), "200");
  });

  it("a licence that ends in one process ends in every other within five seconds", async () => {
    const site = await freeSite();
    const other = new DoomedHouse(house, await freePort());
    await other.start();
    try {
      const there = async () => (await other.call({ headers: site.visitor }, "gigs.listGigs", {})).status;
      await house.within(site.live, (scope) =>
        grantLicence(scope, { module: "gigs", kind: "lifetime", source: "operator", expiresAt: null }),
      );
      await house.until("the licence in the other process", async () => (await there()) === 200);
      await house.within(site.live, (scope) => revokeLicence(scope, "gigs"));
      await house.until("the revocation in the other process", async () => (await there()) === 402, 5000);
    } finally {
      await other.kill();
    }
  });
});

describe("the trial of a plan", () => {
  it("gives a new site the plan it tries, and the free one when the trial ends", async () => {
    const { tenant } = await registered();
    const standing = await house.within(tenant, readStanding);
    assert.deepEqual([standing.plan, standing.isOnTrial], ["professional", true]);
    assert.equal(standing.trialEndsAt!.getTime() - standing.trialStartedAt!.getTime(), days(14));
    assert.ok((await fresh(tenant)).activeModules.includes("gigs"));
    await runAt(tenant, standing.trialEndsAt!, tenant.id, planTrial);
    const after = await house.within(tenant, readStanding);
    assert.deepEqual([after.plan, after.isOnTrial], ["free", false]);
    assert.ok(!(await fresh(tenant)).activeModules.includes("gigs"));
  });

  it("does not end a plan that was chosen meanwhile", async () => {
    const { tenant } = await registered();
    const { trialEndsAt } = await house.within(tenant, readStanding);
    await house.within(tenant, (scope) => setPlan(scope, "starter"));
    await runAt(tenant, trialEndsAt!, tenant.id, planTrial);
    assert.equal((await house.within(tenant, readStanding)).plan, "starter");
  });
});

let registrations = 0;
async function registered(): Promise<{ readonly tenant: Tenant }> {
  registrations += 1;
  const email = `founder${registrations}@new-site.example`;
  const { tenant } = await house.ok<{ tenant: { id: string } }>("identity.registerTenant", {
    tenantName: `New site ${registrations}`,
    name: "Nora New",
    email,
    password: "tulip-anvil-47",
  });
  return { tenant: (await house.house.directory.load(tenant.id))! };
}

describe("limits", () => {
  const metric = "scheduling.bookings";

  it("1,000 callers at once get exactly as much as is left, and the last is told used and limit", async () => {
    const { live } = await house.site();
    await house.within(live, (scope) => setOwnLimits(scope, { [metric]: 250 }));
    const limited = await fresh(live);
    // As many at once as connections of the processes that serve; the others wait for theirs, as requests do.
    const wide = openRuntimePool(house.database.url("app_rt"), { size: 40, name: "consumers" });
    const scopes = new Scopes(wide);
    const refusals: AppError[] = [];
    const callers = Array.from({ length: 1000 }, (_, number) => number);
    await inParallel(
      callers,
      async () => {
        try {
          await scopes.transact(systemOf(limited), (scope) => consumeLimit(scope, metric));
        } catch (error) {
          assert.ok(error instanceof AppError, String(error));
          refusals.push(error);
        }
      },
      40,
    );
    await wide.destroy();
    assert.equal(refusals.length, 750);
    for (const { code, params } of refusals) {
      assert.deepEqual([code, params], ["tenancy.usage_limit", { metric, used: 250, limit: 250 }]);
    }
    assert.equal(await house.within(limited, (scope) => usedOf(scope, metric)), 250);
  });

  it("counts nothing of an operation that fails, nothing in a sandbox, and gives back what is gone", async () => {
    const { live, sandbox } = await house.site();
    await house.within(live, (scope) => setOwnLimits(scope, { "identity.members": 1 }));
    const limited = await fresh(live);
    const used = () => house.within(limited, (scope) => usedOf(scope, "identity.members"));
    await assert.rejects(
      house.within(limited, async (scope) => {
        await consumeLimit(scope, "identity.members");
        throw new Error("Afterwards.");
      }),
    );
    assert.equal(await used(), 0);
    const test = await fresh(sandbox);
    for (let times = 0; times < 3; times += 1) {
      await house.within(test, (scope) => consumeLimit(scope, "identity.members"));
    }
    assert.equal(await house.within(test, (scope) => usedOf(scope, "identity.members")), 0);
    await house.within(limited, (scope) => consumeLimit(scope, "identity.members"));
    await house.within(limited, (scope) => releaseLimit(scope, "identity.members"));
    assert.equal(await used(), 0);
  });

  it("402 the third member of a site that may have two, with used and limit; 200 on a larger plan", async () => {
    const site = await house.site();
    await house.within(site.live, (scope) => setOwnLimits(scope, { "identity.members": 2 }));
    const add = (name: string) =>
      house.call(
        "identity.createMember",
        { name, email: `${name}@members.example`, roles: ["client"] },
        { headers: { ...site.server, "Idempotency-Key": `member-${name}` } },
      );
    assert.deepEqual([(await add("ada")).status, (await add("bea")).status], [200, 200]);
    const { status, body } = (await add("cleo")) as { status: number; body: { error: { data: object } } };
    const { code, params } = body.error.data as { code: string; params: object };
    assert.deepEqual(
      [status, code, params],
      [402, "tenancy.usage_limit", { metric: "identity.members", used: 2, limit: 2 }],
    );
    await house.within(site.live, (scope) => setOwnLimits(scope, {}));
    assert.equal((await add("cleo")).status, 200);
  });
});

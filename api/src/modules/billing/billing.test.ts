import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import pg from "pg";
import { TestHouse, type TestSite } from "../../../test/house.ts";
import { operatorHeaders } from "../../../test/isolation/sign-in.ts";
import { wallClock } from "../../platform/clock.ts";
import { noTenant } from "../../platform/scope/tenant.ts";
import { days } from "../../platform/time.ts";
import { setTimer } from "../../platform/timers/timer.ts";
import { addMember } from "../identity/index.ts";
import { buildBooking, buildHost, buildOffer } from "../scheduling/testing.ts";
import { grantLicence, setPlan } from "../tenancy/index.ts";

let house: TestHouse;
let operator: Record<string, string>;
before(async () => {
  house = await TestHouse.open();
  operator = await operatorHeaders(house);
});
after(async () => {
  await house.close();
  assert.deepEqual(house.bugs, []);
});

interface ShownModule {
  readonly id: string;
  readonly state: string;
  readonly canTry: boolean;
  readonly monthly: { readonly amountMinor: number; readonly currency: string };
  readonly annual: { readonly amountMinor: number };
  readonly lifetime: { readonly amountMinor: number };
  readonly names: Readonly<Record<string, string>>;
  readonly licence: { readonly kind: string; readonly expiresAt: string | null } | null;
  readonly usage: readonly {
    readonly metric: string;
    readonly used: number;
    readonly limit: number | null;
  }[];
}

/** A site of the free plan, and its owner's headers. */
async function freeSite(): Promise<{ readonly site: TestSite; readonly owner: Record<string, string> }> {
  const site = await house.site();
  await house.within(site.live, (scope) => setPlan(scope, "free"));
  return { site, owner: await site.staff() };
}

const keyed = (headers: Record<string, string>) => ({
  headers: { ...headers, "Idempotency-Key": `billing-${performance.now()}` },
});
const shownSite = (site: TestSite) =>
  house.ok<{ poweredBy: boolean }>("tenancy.getSite", {}, { headers: site.visitor });
const statusOfGigs = async (site: TestSite) =>
  (await house.call("gigs.listGigs", {}, { headers: site.visitor })).status;

/** What is told of an operator's deeds about something that every site has. */
async function toldOf(kind: string, id: string) {
  const admin = new pg.Client({ connectionString: house.database.adminUrl });
  await admin.connect();
  try {
    const { rows } = await admin.query<{
      action: string;
      actor: string;
      before: Record<string, unknown>;
      after: Record<string, unknown>;
    }>(
      `select action, actor_kind as actor, before, after from audit_entries
       where entity_kind = $1 and entity_id = $2 and tenant_id = $3 order by id`,
      [kind, id, noTenant.id],
    );
    return rows;
  } finally {
    await admin.end();
  }
}

describe("plans", () => {
  it("200 four plans with their prices, whoever asks", async () => {
    const { items } = await house.ok<{
      items: {
        id: string;
        monthly: { amountMinor: number; currency: string };
        limits: Record<string, number>;
        mayHidePoweredBy: boolean;
      }[];
    }>("billing.listPlans", {});
    assert.deepEqual(
      items.map(({ id, monthly }) => [id, monthly.amountMinor, monthly.currency]),
      [
        ["free", 0, "USD"],
        ["starter", 2900, "USD"],
        ["professional", 7900, "USD"],
        ["enterprise", 29_900, "USD"],
      ],
    );
    assert.deepEqual(
      items.map(({ mayHidePoweredBy }) => mayHidePoweredBy),
      [false, false, true, true],
    );
    const bookings = items.map(({ limits }) => limits["scheduling.bookings"]);
    assert.ok(bookings[0]! < bookings[1]! && bookings[1]! < bookings[2]!);
  });

  it("401 for nobody and 403 for a team where only operators may go", async () => {
    const { owner } = await freeSite();
    for (const path of [
      "platform.listBugs",
      "platform.listAlerts",
      "billing.updatePlan",
      "billing.givePlan",
    ]) {
      assert.equal(await house.refused(path, {}), "401 request.unauthenticated", path);
      assert.equal(await house.refused(path, {}, { headers: owner }), "403 request.forbidden", path);
    }
  });

  it("200 takes a plan that costs nothing; 409 one that costs, as nothing can be paid here; a sandbox has none of its own", async () => {
    const site = await house.site();
    const owner = await site.staff();
    assert.equal(
      await house.refused("billing.changePlan", { plan: "starter" }, keyed(owner)),
      "409 billing.nothing_to_pay_with",
    );
    const standing = await house.ok<{ plan: string; canBuy: boolean }>(
      "billing.changePlan",
      { plan: "free" },
      keyed(owner),
    );
    assert.deepEqual([standing.plan, standing.canBuy], ["free", false]);
    assert.equal(await statusOfGigs(site), 402);
  });

  it("200 an operator gives a plan and limits; the team sees both and what it used", async () => {
    const { site, owner } = await freeSite();
    const given = { site: site.live.slug, plan: "starter", ownLimits: { "identity.members": 7 } };
    await house.ok("billing.givePlan", given, keyed(operator));
    const { plan, usage } = await house.ok<{ plan: string; usage: ShownModule["usage"] }>(
      "billing.getStanding",
      {},
      { headers: owner },
    );
    const members = usage.find(({ metric }) => metric === "identity.members");
    assert.deepEqual([plan, members?.used, members?.limit], ["starter", 0, 7]);
    assert.equal(
      await house.refused("billing.givePlan", { ...given, ownLimits: { "no.metric": 1 } }, keyed(operator)),
      "400 request.invalid_input",
    );
  });

  it("an operator's change of a plan counts for whoever has it", async () => {
    const { site, owner } = await freeSite();
    const read = async () => {
      const { items } = await house.ok<{ items: { id: string; modules: string[] }[] }>(
        "billing.listPlans",
        {},
      );
      return items.find(({ id }) => id === "free")!.modules;
    };
    const modules = await read();
    await house.ok("billing.updatePlan", { id: "free", modules: [...modules, "gigs"] }, keyed(operator));
    await house.until("the plan's new module", async () => (await statusOfGigs(site)) === 200, 6000);
    assert.equal(
      (await house.ok<ShownModule>("billing.getModule", { id: "gigs" }, { headers: owner })).state,
      "included",
    );
    await house.ok("billing.updatePlan", { id: "free", modules }, keyed(operator));
    assert.deepEqual(await read(), modules);
    assert.deepEqual(
      (await toldOf("plan", "free")).map(({ before, after }) => [before["modules"], after["modules"]]),
      [
        [modules, [...modules, "gigs"]],
        [[...modules, "gigs"], modules],
      ],
    );
  });

  it("an operator lets a plan leave out Tessera's name, and takes that back", async () => {
    const { site, owner } = await freeSite();
    const hide = { changes: { tenancy: { poweredBy: false } } };
    assert.equal(
      await house.refused("tenancy.updateSettings", hide, keyed(owner)),
      "402 tenancy.plan_names_tessera",
    );
    const { poweredBy, ...rest } = await shownSite(site);
    assert.equal(poweredBy, true);
    await house.ok("billing.updatePlan", { id: "free", mayHidePoweredBy: true }, keyed(operator));
    await house.ok("tenancy.updateSettings", hide, keyed(owner));
    assert.deepEqual(await shownSite(site), { poweredBy: false, ...rest });
    await house.ok("billing.updatePlan", { id: "free", mayHidePoweredBy: false }, keyed(operator));
    await house.until("Tessera's name again", async () => (await shownSite(site)).poweredBy, 6000);
    assert.deepEqual(
      (await toldOf("plan", "free")).slice(-1).map(({ after }) => after["mayHidePoweredBy"]),
      [false],
    );
  });
});

describe("modules", () => {
  it("200 each with three prices, its words in every language and how it stands", async () => {
    const { owner } = await freeSite();
    const { items } = await house.ok<{ items: ShownModule[] }>("billing.listModules", {}, { headers: owner });
    const standing = new Map(items.map(({ id, state }) => [id, state]));
    assert.deepEqual(
      ["booking", "chat", "gigs", "wallet"].map((id) => standing.get(id)),
      ["included", "included", "available", "available"],
    );
    for (const { id, monthly, annual, lifetime, names } of items) {
      assert.ok(monthly.amountMinor < annual.amountMinor && annual.amountMinor < lifetime.amountMinor, id);
      assert.deepEqual(Object.keys(names).toSorted(), ["ar", "en", "zh-CN"], id);
    }
    // What has nothing to call in this installation is not for sale.
    assert.ok(!standing.has("payments"));
  });

  it("200 an operator changes what one costs; the team sees it, and it is told who changed what", async () => {
    const { owner } = await freeSite();
    const read = () => house.ok<ShownModule>("billing.getModule", { id: "gigs" }, { headers: owner });
    const { monthly } = await read();
    const change = (monthlyMinor: number) =>
      house.ok("billing.updateModule", { id: "gigs", monthlyMinor }, keyed(operator));
    await change(monthly.amountMinor + 100);
    assert.equal((await read()).monthly.amountMinor, monthly.amountMinor + 100);
    await change(monthly.amountMinor);
    const told = await toldOf("module", "gigs");
    assert.deepEqual(
      told.map(({ action, actor, before, after }) => [
        action,
        actor,
        before["monthlyMinor"],
        after["monthlyMinor"],
      ]),
      [
        ["billing.update_module", "operator", monthly.amountMinor, monthly.amountMinor + 100],
        ["billing.update_module", "operator", monthly.amountMinor + 100, monthly.amountMinor],
      ],
    );
  });

  it("200 a trial once, 409 a second time; off and on again keeps it; 404 what is no module", async () => {
    const { site, owner } = await freeSite();
    const act = (verb: "activate" | "deactivate") =>
      house.ok<ShownModule>(`billing.${verb}Module`, { id: "gigs" }, keyed(owner));
    assert.equal(await statusOfGigs(site), 402);
    const tried = await act("activate");
    assert.deepEqual([tried.state, tried.licence?.kind, tried.canTry], ["trial", "trial", false]);
    const left = Date.parse(tried.licence!.expiresAt!) - wallClock().getTime();
    assert.ok(left > days(13.9) && left <= days(14));
    assert.equal(await statusOfGigs(site), 200);
    assert.equal(
      await house.refused("billing.activateModule", { id: "gigs" }, keyed(owner)),
      "409 billing.module_active",
    );
    assert.equal((await act("deactivate")).state, "off");
    assert.equal(await statusOfGigs(site), 402);
    assert.equal((await act("activate")).state, "trial");
    assert.equal(await statusOfGigs(site), 200);
    await house.ok("billing.revokeSiteLicence", { site: site.live.slug, module: "gigs" }, keyed(operator));
    assert.equal(
      await house.refused("billing.activateModule", { id: "gigs" }, keyed(owner)),
      "409 tenancy.trial_used",
    );
    assert.equal(
      await house.refused("billing.activateModule", { id: "nothing" }, keyed(owner)),
      "404 request.not_found",
    );
    const { items } = await house.ok<{ items: { state: string }[] }>(
      "billing.listLicences",
      {},
      { headers: owner },
    );
    assert.deepEqual(
      items.map(({ state }) => state),
      ["revoked"],
    );
  });

  it("200 an operator grants for life; 400 a subscription without an end; 404 a site that is not there", async () => {
    const { site } = await freeSite();
    const grant = { site: site.live.slug, module: "gigs", kind: "lifetime", expiresAt: null };
    const licence = await house.ok<{ kind: string; source: string }>(
      "billing.grantSiteLicence",
      grant,
      keyed(operator),
    );
    assert.deepEqual([licence.kind, licence.source], ["lifetime", "operator"]);
    assert.equal(await statusOfGigs(site), 200);
    assert.equal(
      await house.refused("billing.grantSiteLicence", { ...grant, kind: "subscription" }, keyed(operator)),
      "400 request.invalid_input",
    );
    assert.equal(
      await house.refused("billing.grantSiteLicence", { ...grant, site: site.sandbox.slug }, keyed(operator)),
      "404 request.not_found",
    );
  });

  it("what was booked goes on where the module is off: its people see and cancel it, and nothing new is sold", async () => {
    const { site, owner } = await freeSite();
    const { booking, client, offerId } = await house.within(site.live, async (scope) => {
      const host = await buildHost(scope);
      const offer = await buildOffer(scope, host.id);
      const client = await addMember(scope, {
        email: "client@lapse.example",
        isEmailVerified: true,
        name: "Cleo",
        roles: ["client"],
      });
      const startsAt = new Date(wallClock().getTime() + days(3));
      const booking = await buildBooking(scope, offer, { clientId: client.id, startsAt });
      return { booking, client, offerId: offer.id };
    });
    await house.ok("billing.deactivateModule", { id: "booking" }, keyed(owner));
    const off = "402 request.module_inactive";
    assert.equal(await house.refused("scheduling.getOffer", { id: offerId }, { headers: site.visitor }), off);
    const startsAt = new Date(wallClock().getTime() + days(4)).toISOString();
    const hold = { offerId, startsAt };
    assert.equal(await house.refused("scheduling.holdSlot", hold, keyed(site.visitor)), off);
    const own = site.actingFor(client.id);
    const { items } = await house.ok<{ items: { id: string }[] }>(
      "scheduling.listBookings",
      {},
      { headers: own },
    );
    assert.deepEqual(
      items.map(({ id }) => id),
      [booking.id],
    );
    const cancelled = await house.ok<{ state: string }>(
      "scheduling.cancelBooking",
      { id: booking.id },
      keyed(own),
    );
    assert.equal(cancelled.state, "cancelled");
  });
});

describe("mails to owners", () => {
  it("tell that a licence ends soon and that it has ended, with the date in the site's zone", async () => {
    const { site } = await freeSite();
    const now = wallClock();
    const { id } = await house.within(site.live, (scope) =>
      grantLicence(scope, {
        module: "gigs",
        kind: "trial",
        source: "trial",
        expiresAt: new Date(now.getTime() + days(3)),
      }),
    );
    const due = (key: string) =>
      house.within(site.live, (scope) =>
        setTimer(scope, { name: "tenancy.licence", subjectId: id, key, dueAt: scope.now }),
      );
    const subjects = async () =>
      (await house.mailsTo(site.live, site.owner.email)).map(({ subject }) => subject);
    await due("1d");
    const name = site.live.name;
    await house.until("the warning", async () => (await subjects()).includes(`Gigs on ${name} ends soon`));
    const [warning] = await house.mailsTo(site.live, site.owner.email);
    assert.match(warning!.text, /\(UTC\)/);
    await house.within(
      site.live,
      (scope) => scope.sql`
      update licences set expires_at = ${scope.now} where tenant_id = ${scope.tenant.id} and id = ${id} returning id`,
    );
    await due("end");
    await house.until("the end", async () => (await subjects()).includes(`Gigs on ${name} has ended`));
    assert.equal(await statusOfGigs(site), 402);
  });
});

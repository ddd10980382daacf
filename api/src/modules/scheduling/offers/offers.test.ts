import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import supertest from "supertest";
import { TestHouse, type TestSite } from "../../../../test/house.ts";
import { wallClock } from "../../../platform/clock.ts";
import { days, plus } from "../../../platform/time.ts";
import { changeProfile, readPeople } from "../../people/index.ts";
import { buildHost, buildMember, buildOpenHost } from "../testing.ts";

interface OfferView {
  readonly id: string;
  readonly version: number;
  readonly price: { readonly amountMinor: number; readonly currency: string };
  readonly host: { readonly name: string; readonly photoUrl: string | null } | null;
}
interface Page {
  readonly items: readonly OfferView[];
  readonly nextCursor: string | null;
}

const talk = { title: "First talk", minutes: 30, price: { amountMinor: 4500, currency: "EUR" } };

describe("offers", () => {
  let house: TestHouse;
  let site: TestSite;
  let me: Record<string, string>;
  let stranger: Record<string, string>;
  let hostId: string;
  let hostName: string | undefined;
  before(async () => {
    house = await TestHouse.open({ works: true });
    site = await house.site(undefined, { scheduling: { noticeMinutes: 45, horizonDays: 14 } });
    await house.within(site.live, async (scope) => {
      hostId = (await buildHost(scope)).id;
      hostName = (await readPeople(scope, [hostId])).get(hostId)?.name;
      stranger = site.actingFor((await buildHost(scope)).id);
    });
    me = site.actingFor(hostId);
  });
  after(async () => {
    await house.close();
    assert.deepEqual(house.bugs, []);
  });

  const shown = async (input: object = { hostIds: [hostId] }): Promise<Page> =>
    house.ok<Page>("scheduling.listOffers", input, { headers: site.visitor });

  it("200 an offer the team hides is shown and sold to nobody, the host's others are; restored, it is back", async () => {
    const [seller, buyer] = await house.within(site.live, async (scope) => {
      const { host, offer } = await buildOpenHost(scope, { title: "Vile talk" });
      return [{ id: host.id, offerId: offer.id }, (await buildMember(scope)).id] as const;
    });
    const team = { headers: await site.staff() };
    const own = { headers: site.actingFor(seller.id) };
    const other = await house.ok<OfferView>("scheduling.createOffer", talk, own);
    const shownIds = async () => (await shown({ hostIds: [seller.id] })).items.map(({ id }) => id);
    const report = { subjectKind: "offer", subjectId: seller.offerId, category: "fraud" };
    await house.ok("safety.createReport", report, { headers: site.actingFor(buyer) });
    const { items } = await house.ok<{ items: { id: string }[] }>(
      "safety.listCases",
      { authorId: seller.id },
      team,
    );
    const { id } = items[0]!;
    await house.ok("safety.claimCase", { id }, team);
    await house.ok("safety.decideCase", { id, decision: "hidden", reason: "Vile" }, team);
    assert.deepEqual(await shownIds(), [other.id]);
    const ask = (path: string, input: object) =>
      house.refused(path, input, { headers: site.actingFor(buyer) });
    assert.equal(await ask("scheduling.getOffer", { id: seller.offerId }), "404 request.not_found");
    const startsAt = plus(wallClock(), days(2)).toISOString();
    const hold = { offerId: seller.offerId, startsAt };
    assert.equal(await ask("scheduling.holdSlot", hold), "404 request.not_found");
    assert.equal(await ask("safety.createReport", report), "404 request.not_found");
    // Its host sees that it is hidden, and cannot bring it back by switching it on.
    await house.ok("scheduling.updateOffer", { id: seller.offerId, isActive: true }, own);
    const { items: all } = await house.ok<{ items: { id: string; isHidden: boolean }[] }>(
      "scheduling.listHostOffers",
      {},
      own,
    );
    assert.deepEqual(
      new Map(all.map((each) => [each.id, each.isHidden])),
      new Map([
        [seller.offerId, true],
        [other.id, false],
      ]),
    );
    assert.deepEqual(await shownIds(), [other.id]);
    await house.ok("safety.restoreCase", { id, reason: "Mild after all" }, team);
    assert.deepEqual(new Set(await shownIds()), new Set([seller.offerId, other.id]));
  });

  it("200 what is left out follows the site; everybody sees it, its host sees all of it", async () => {
    const made = await house.ok<OfferView>("scheduling.createOffer", talk, { headers: me });
    const common = {
      id: made.id,
      hostId,
      title: "First talk",
      description: "",
      minutes: 30,
      price: talk.price,
    };
    assert.deepEqual(made, {
      ...common,
      bufferBeforeMinutes: 0,
      bufferAfterMinutes: 0,
      stepMinutes: null,
      noticeMinutes: 45,
      horizon: { kind: "days", days: 14 },
      limits: {},
      isActive: true,
      isHidden: false,
      version: 1,
    });
    const everybodys = { ...common, host: { name: hostName, photoUrl: null } };
    assert.deepEqual((await shown()).items, [everybodys]);
    const { body } = await supertest(house.house.url)
      .get(`/api/v1/scheduling/offers/${made.id}?key=${site.keys.publishableKey}`)
      .expect(200);
    assert.deepEqual(body, everybodys);
  });

  it("200 changes what is named; a withdrawn offer is shown to its host alone; a deleted one to nobody", async () => {
    const { id } = await house.ok<OfferView>("scheduling.createOffer", talk, { headers: me });
    const changes = {
      id,
      price: { amountMinor: 0, currency: "CNY" },
      limits: { bookings: { day: 2, week: 5 } },
      horizon: null,
    };
    const changed = await house.ok<OfferView>("scheduling.updateOffer", changes, { headers: me });
    assert.deepEqual([changed.price, changed.version], [changes.price, 2]);
    await house.ok("scheduling.updateOffer", { id, isActive: false }, { headers: await site.staff() });
    assert.ok(!(await shown()).items.some((offer) => offer.id === id));
    assert.equal(
      await house.refused("scheduling.getOffer", { id }, { headers: site.visitor }),
      "404 request.not_found",
    );
    const own = await house.ok<Page>("scheduling.listHostOffers", {}, { headers: me });
    assert.ok(own.items.some((offer) => offer.id === id));
    await house.ok("scheduling.deleteOffer", { id }, { headers: me });
    assert.equal(
      await house.refused("scheduling.updateOffer", { id, isActive: true }, { headers: me }),
      "404 request.not_found",
    );
  });

  it("400 prices, lengths, limits and texts that cannot be", async () => {
    for (const wrong of [
      { title: " " },
      { title: "x".repeat(121) },
      { minutes: 4 },
      { minutes: 30.5 },
      { minutes: "30" },
      { price: { amountMinor: -1, currency: "EUR" } },
      { price: { amountMinor: 10, currency: "eur" } },
      { price: { amountMinor: 1e10, currency: "EUR" } },
      { price: null },
      { limits: { bookings: { day: 3, week: 2 } } },
      { limits: { bookings: { day: null } } },
      { horizon: { kind: "range", from: "2030-02-01", until: "2030-01-01" } },
      { horizon: { kind: "days", days: 0 } },
      { isActive: "true" },
    ]) {
      const refused = await house.refused("scheduling.createOffer", { ...talk, ...wrong }, { headers: me });
      assert.equal(refused, "400 request.invalid_input", JSON.stringify(wrong));
    }
  });

  it("400 prices in credits: the standard one for everybody, premium ones for the proven, none without credits", async () => {
    const proven = await house.within(site.live, async (scope) => {
      const { id } = await buildHost(scope);
      await changeProfile(scope, id, { ratingAverage: 4.8 });
      await scope.sql`
        insert into credit_standings (tenant_id, member_id, given_sessions, created_at, updated_at)
        values (${scope.tenant.id}, ${id}, 50, ${scope.now}, ${scope.now})`;
      return site.actingFor(id);
    });
    const asking = async (amountMinor: number, headers: Record<string, string>) =>
      (
        await house.call(
          "scheduling.createOffer",
          { ...talk, price: { amountMinor, currency: "credits" } },
          { headers },
        )
      ).status;
    assert.deepEqual(
      await Promise.all([0, 10, 11, 15].map((price) => asking(price, me))),
      [200, 200, 400, 400],
    );
    assert.deepEqual(
      await Promise.all([10, 14, 15, 20, 21].map((price) => asking(price, proven))),
      [200, 400, 200, 200, 400],
    );
    const { id } = await house.ok<OfferView>("scheduling.createOffer", talk, { headers: me });
    const price = { amountMinor: 20, currency: "credits" };
    assert.equal(
      await house.refused("scheduling.updateOffer", { id, price }, { headers: await site.staff() }),
      "400 money.credit_price_too_high",
    );
    const sober = await house.site(undefined, {}, { modules: ["booking"] });
    const host = await house.within(sober.live, (scope) => buildHost(scope));
    assert.equal(
      await house.refused(
        "scheduling.createOffer",
        { ...talk, price },
        { headers: sober.actingFor(host.id) },
      ),
      "400 money.no_credits_here",
    );
  });

  it("404 for somebody else's offer, another tenant's and nobody's, whatever is asked of it", async () => {
    const { id } = await house.ok<OfferView>("scheduling.createOffer", talk, { headers: me });
    const elsewhere = await house.site();
    for (const path of ["scheduling.updateOffer", "scheduling.deleteOffer"]) {
      for (const headers of [stranger, elsewhere.server, await elsewhere.staff()])
        assert.equal(await house.refused(path, { id }, { headers }), "404 request.not_found");
    }
    assert.equal(
      await house.refused("scheduling.getOffer", { id }, { headers: elsewhere.visitor }),
      "404 request.not_found",
    );
    const forThem = { ...talk, hostId };
    assert.equal(
      await house.refused("scheduling.createOffer", forThem, { headers: stranger }),
      "404 request.not_found",
    );
    assert.equal(
      await house.refused("scheduling.createOffer", forThem, { headers: elsewhere.server }),
      "404 request.not_found",
    );
    assert.equal(
      await house.refused("scheduling.createOffer", talk, { headers: site.visitor }),
      "401 request.unauthenticated",
    );
  });

  it("200 one person teaches, and learns from somebody else", async () => {
    const [both, other] = await house.within(site.live, async (scope) => [
      await buildMember(scope, { roles: ["teacher", "learner"] }),
      await buildOpenHost(scope),
    ]);
    const headers = site.actingFor(both.id);
    assert.equal((await house.call("scheduling.createOffer", talk, { headers })).status, 200);
    const day = plus(wallClock(), days(3)).toISOString().slice(0, 10);
    const held = { offerId: other.offer.id, startsAt: `${day}T10:00:00.000Z` };
    assert.equal((await house.call("scheduling.holdSlot", held, { headers })).status, 200);
  });

  it("200 pages of 20, each offer once", async () => {
    const other = await house.within(site.live, (scope) => buildHost(scope));
    for (let i = 0; i < 21; i++)
      await house.ok("scheduling.createOffer", { ...talk, hostId: other.id }, { headers: site.server });
    const first = await shown({ hostIds: [other.id] });
    const second = await shown({ hostIds: [other.id], cursor: first.nextCursor });
    assert.deepEqual([first.items.length, second.items.length, second.nextCursor], [20, 1, null]);
    assert.equal(new Set([...first.items, ...second.items].map(({ id }) => id)).size, 21);
  });

  it("a host is shown once the site approves them", async () => {
    const coach = await house.ok<{ id: string }>(
      "identity.createMember",
      { email: "new-coach@example.com", name: "New Coach", roles: ["coach"] },
      { headers: site.server },
    );
    const offer = await house.ok<OfferView>(
      "scheduling.createOffer",
      { ...talk, hostId: coach.id },
      { headers: site.server },
    );
    assert.deepEqual((await shown({ hostIds: [coach.id] })).items, []);
    const staff = { headers: await site.staff() };
    const application = await house.until("the application", async () => {
      const { items } = await house.ok<{ items: { id: string; memberId: string }[] }>(
        "people.listApplications",
        {},
        staff,
      );
      return items.find(({ memberId }) => memberId === coach.id);
    });
    await house.ok("people.approveApplication", { id: application.id }, staff);
    const [listed] = await house.until("the offer", async () => {
      const { items } = await shown({ hostIds: [coach.id] });
      return items.length > 0 && items;
    });
    assert.equal(listed?.id, offer.id);
    assert.deepEqual(listed.host, { name: "New Coach", photoUrl: null });
  });
});

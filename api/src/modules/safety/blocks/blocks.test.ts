import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { TestHouse, type TestSite } from "../../../../test/house.ts";
import { wallClock } from "../../../platform/clock.ts";
import { newId } from "../../../platform/ids.ts";
import { days, plus } from "../../../platform/time.ts";
import { buildCoach, completeQuiz } from "../../matching/testing.ts";
import { buildMember } from "../../scheduling/testing.ts";
import { personalData } from "../personal-data.ts";

interface Block {
  readonly id: string;
  readonly memberId: string;
  readonly name: string;
}

interface Person {
  readonly id: string;
  readonly headers: Record<string, string>;
}

const slotAt = (daysAhead: number, hour = 12): string =>
  `${plus(wallClock(), days(daysAhead)).toISOString().slice(0, 10)}T${hour}:00:00Z`;

describe("blocks", () => {
  let house: TestHouse;
  let site: TestSite;
  before(async () => {
    house = await TestHouse.open({ works: false });
    site = await house.site();
  });
  after(async () => {
    await house.close();
    assert.deepEqual(house.bugs, []);
  });

  const join = async (where = site): Promise<Person> => {
    const { id } = await house.within(where.live, (scope) => buildMember(scope));
    return { id, headers: where.actingFor(id) };
  };
  const joinAsCoach = async (): Promise<Person & { readonly offerId: string }> => {
    const { id, offerId } = await house.within(site.live, (scope) => buildCoach(scope, { timeZone: "UTC" }));
    return { id, offerId, headers: site.actingFor(id) };
  };
  const block = (by: Person, whom: Person) =>
    house.ok<Block>("safety.createBlock", { memberId: whom.id }, { headers: by.headers });
  const unblock = (by: Person, { id }: Block) =>
    house.ok("safety.deleteBlock", { id }, { headers: by.headers });
  const mine = async ({ headers }: Person) =>
    (await house.ok<{ items: Block[] }>("safety.listBlocks", {}, { headers })).items;
  const idsOf = async (path: string, input: object, headers: Record<string, string>) => {
    const { items } = await house.ok<{ items: { id?: string; person?: { id: string } }[] }>(path, input, {
      headers,
    });
    return items.map(({ id, person }) => person?.id ?? id);
  };
  const listed = (headers: Record<string, string>) => idsOf("people.listPeople", { limit: 100 }, headers);

  it("200 one row, however often; listed for who set it, the latest first; gone when unblocked", async () => {
    const [ann, ben, cy] = [await join(), await join(), await join()];
    const first = await block(ann, ben);
    assert.deepEqual(await block(ann, ben), first);
    await block(ann, cy);
    assert.deepEqual(
      (await mine(ann)).map(({ memberId }) => memberId),
      [cy.id, ben.id],
    );
    assert.match(first.name, /^Person/);
    assert.deepEqual(await mine(ben), []);
    await unblock(ann, first);
    assert.deepEqual(
      (await mine(ann)).map(({ memberId }) => memberId),
      [cy.id],
    );
  });

  it("200 eight at once are one block", async () => {
    const [ann, ben] = [await join(), await join()];
    const made = await Promise.all(Array.from({ length: 8 }, () => block(ann, ben)));
    assert.equal(new Set(made.map(({ id }) => id)).size, 1);
  });

  it("401 a visitor; 404 somebody else's block, another site's member and nobody; 409 oneself", async () => {
    const [ann, ben, stranger] = [await join(), await join(), await join(await house.site())];
    const refused = (path: string, input: object, headers: Record<string, string>) =>
      house.refused(path, input, { headers });
    const visiting = await refused("safety.createBlock", { memberId: ann.id }, site.visitor);
    assert.equal(visiting, "401 request.unauthenticated");
    for (const memberId of [stranger.id, newId(wallClock())])
      assert.equal(await refused("safety.createBlock", { memberId }, ann.headers), "404 request.not_found");
    const { id } = await block(ann, ben);
    assert.equal(await refused("safety.deleteBlock", { id }, ben.headers), "404 request.not_found");
    const own = await refused("safety.createBlock", { memberId: ann.id }, ann.headers);
    assert.equal(own, "409 safety.own_account");
  });

  it("neither finds the other in lists and profiles, whoever blocked; everybody else does", async () => {
    const [coach, client] = [await joinAsCoach(), await joinAsCoach()];
    const profile = (of: Person, headers: Record<string, string>) =>
      house.refused("people.getPerson", { id: of.id }, { headers });
    const made = await block(client, coach);
    assert.ok(!(await listed(client.headers)).includes(coach.id));
    assert.ok(!(await listed(coach.headers)).includes(client.id));
    assert.equal(await profile(coach, client.headers), "404 request.not_found");
    assert.equal(await profile(client, coach.headers), "404 request.not_found");
    const everybody = await listed(site.visitor);
    assert.ok(everybody.includes(coach.id) && everybody.includes(client.id));
    const { total } = await house.ok<{ total: number }>("people.listPeople", {}, client);
    assert.equal(total, everybody.length - 1);
    await unblock(client, made);
    assert.ok((await listed(client.headers)).includes(coach.id));
  });

  it("neither is a match of the other, also where an answer was kept; unblocked they are again", async () => {
    const [coach, other, client] = [await joinAsCoach(), await joinAsCoach(), await join()];
    await house.ok("people.saveAnswers", { answers: completeQuiz() }, client);
    const matches = () => idsOf("matching.matchPeople", {}, client.headers);
    assert.ok((await matches()).includes(coach.id));
    const made = await block(coach, client);
    const without = await matches();
    assert.ok(!without.includes(coach.id) && without.includes(other.id));
    await unblock(coach, made);
    assert.ok((await matches()).includes(coach.id));
  });

  it("403 neither keeps a time of the other, nor is one booked for them by the site; nobody is told who wanted it", async () => {
    const [coach, client] = [await joinAsCoach(), await join()];
    const hold = (startsAt: string) =>
      house.call("scheduling.holdSlot", { offerId: coach.offerId, startsAt }, client);
    const made = await block(coach, client);
    const refused = await hold(slotAt(3));
    assert.equal(refused.status, 403);
    assert.equal(refused.body.error.data.code, "safety.blocked");
    assert.doesNotMatch(JSON.stringify(refused.body), /block(ed)? (you|them)|has blocked/i);
    const byOffice = { offerId: coach.offerId, clientId: client.id, startsAt: slotAt(3) };
    assert.equal(
      await house.refused("scheduling.createBooking", byOffice, { headers: site.server }),
      "403 safety.blocked",
    );
    await unblock(coach, made);
    assert.equal((await hold(slotAt(3))).status, 200);
  });

  it("403 a time kept before the block is not bought", async () => {
    const [coach, client] = [await joinAsCoach(), await join()];
    const held = await house.ok<{ id: string }>(
      "scheduling.holdSlot",
      { offerId: coach.offerId, startsAt: slotAt(4) },
      client,
    );
    await block(client, coach);
    assert.equal(await house.refused("orders.placeOrder", { holdId: held.id }, client), "403 safety.blocked");
  });

  it("what a member blocked is exported to them alone, and gone after erasing", async () => {
    const [ann, ben] = [await join(), await join()];
    await block(ann, ben);
    await house.within(site.live, async (scope) => {
      assert.match(JSON.stringify(await personalData.export(scope, ann.id)), new RegExp(ben.id));
      assert.doesNotMatch(JSON.stringify(await personalData.export(scope, ben.id)), new RegExp(ann.id));
      await personalData.erase(scope, ben.id);
    });
    assert.deepEqual(await mine(ann), []);
  });
});

import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { TestHouse, type TestSite } from "../../../test/house.ts";
import { wallClock } from "../../platform/clock.ts";
import { newId } from "../../platform/ids.ts";
import { addMember } from "../identity/index.ts";
import { presentSampleById } from "./index.ts";
import { personalData } from "./personal-data.ts";
import { buildSample } from "./testing.ts";

interface SampleView {
  readonly id: string;
  readonly memberId: string;
  readonly note: string;
}

describe("createSample", () => {
  let house: TestHouse;
  let site: TestSite;
  let people = 0;
  before(async () => {
    house = await TestHouse.open();
    site = await house.site();
  });
  after(async () => {
    await house.close();
    assert.deepEqual(house.bugs, []);
  });

  const join = async (where = site): Promise<{ id: string; headers: Record<string, string> }> => {
    people += 1;
    const person = { email: `person-${people}@example.com`, isEmailVerified: true, name: `Person ${people}` };
    const { id } = await house.within(where.live, (scope) => addMember(scope, { ...person, roles: [] }));
    return { id, headers: where.actingFor(id) };
  };
  const refused = (input: object, headers: Record<string, string>) =>
    house.refused("example.createSample", input, { headers });

  it("200 a member's own, and one that the site's server adds for somebody", async () => {
    const [ann, ben] = [await join(), await join()];
    const own = await house.ok<SampleView>("example.createSample", { note: " Mine " }, ann);
    assert.deepEqual([own.memberId, own.note], [ann.id, "Mine"]);
    const input = { memberId: ben.id };
    const given = await house.ok<SampleView>("example.createSample", input, { headers: site.server });
    assert.deepEqual([given.memberId, given.note], [ben.id, ""]);
    const found = await house.within(site.live, (scope) => presentSampleById(scope, own.id));
    assert.equal(found?.note, "Mine");
  });

  it("400 a note of 501 letters, and a server that names nobody", async () => {
    const ann = await join();
    assert.equal(await refused({ note: "x".repeat(501) }, ann.headers), "400 request.invalid_input");
    assert.equal(await refused({ note: 5 }, ann.headers), "400 request.invalid_input");
    assert.equal(await refused({}, site.server), "400 request.invalid_input");
  });

  it("401 somebody who is not signed in", async () => {
    assert.equal(await refused({}, site.visitor), "401 request.unauthenticated");
  });

  it("403 a server whose key does not have the scope", async () => {
    const ann = await join();
    const key = { kind: "secret", name: "Changes keys", scopes: ["tenancy.keys"] };
    const { token } = await house.ok<{ token: string }>("tenancy.createKey", key, {
      headers: await site.staff(),
    });
    const headers = { Authorization: `Bearer ${token}` };
    assert.equal(await refused({ memberId: ann.id }, headers), "403 request.forbidden");
  });

  it("404 somebody else, another tenant's member, and nobody's id", async () => {
    const [ann, ben, stranger] = [await join(), await join(), await join(await house.site())];
    assert.equal(await refused({ memberId: ben.id }, ann.headers), "404 request.not_found");
    for (const memberId of [stranger.id, newId(wallClock())])
      assert.equal(await refused({ memberId }, site.server), "404 request.not_found");
  });

  it("409 a second one; of five at once, one is added", async () => {
    const [ann, ben] = [await join(), await join()];
    await house.within(site.live, (scope) => buildSample(scope, ann.id));
    assert.equal(await refused({}, ann.headers), "409 example.already_there");
    const answers = await Promise.all(
      [1, 2, 3, 4, 5].map(async () => (await house.call("example.createSample", {}, ben)).status),
    );
    assert.deepEqual(
      answers.toSorted((a, b) => a - b),
      [200, 409, 409, 409, 409],
    );
  });

  it("what a member has is exported, and gone after erasing", async () => {
    const ann = await join();
    await house.within(site.live, async (scope) => {
      await buildSample(scope, ann.id, { note: "Remember" });
      assert.match(JSON.stringify(await personalData.export(scope, ann.id)), /Remember/);
      await personalData.erase(scope, ann.id);
      assert.deepEqual(await personalData.export(scope, ann.id), { samples: [] });
    });
  });
});

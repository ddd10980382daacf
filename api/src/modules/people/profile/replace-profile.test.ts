import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { TestHouse, type TestSite } from "../../../../test/house.ts";
import { buildPerson } from "../testing.ts";

const whole = {
  headline: "Leads first-time leads",
  bio: "Twelve years of it.",
  expertise: ["Leadership"],
  languages: ["de", "en"],
  countries: ["DE"],
  socials: {},
};

describe("a coach's profile", () => {
  let house: TestHouse;
  let site: TestSite;
  let coach: string;
  let other: string;
  before(async () => {
    house = await TestHouse.open();
    site = await house.site();
    [coach, other] = await house.within(site.live, async (scope) => [
      await buildPerson(scope, { name: "Cora", ratingAverage: 4.5, ratingCount: 2 }),
      await buildPerson(scope, { name: "Otto" }),
    ]);
  });
  after(async () => {
    await house.close();
    assert.deepEqual(house.bugs, []);
  });

  const replace = (input: object, headers: Record<string, string>) =>
    house.call("people.replaceProfile", { ...whole, ...input }, { headers });
  const codeOf = async (input: object, headers: Record<string, string>) => {
    const { status, body } = await replace(input, headers);
    return `${status} ${body.error?.data.code ?? ""}`.trim();
  };
  const seen = async (filter: object = {}) =>
    (
      await house.ok<{ items: { id: string; bio: string; rating: number | null; ratingCount: number }[] }>(
        "people.listPeople",
        filter,
        { headers: site.visitor },
      )
    ).items;

  it("200 its owner replaces the whole of it: bio, expertise, languages, countries", async () => {
    const { status, body } = await replace({}, site.actingFor(coach));
    assert.equal(status, 200);
    const { headline, bio, expertise, languages, countries, socials } = body.result.data;
    assert.deepEqual({ headline, bio, expertise, languages, countries, socials }, whole);
    const emptied = await replace({ bio: "", expertise: [] }, site.actingFor(coach));
    assert.deepEqual([emptied.body.result.data.bio, emptied.body.result.data.expertise], ["", []]);
    const { bio: _, ...withoutBio } = whole;
    const { status: partial } = await house.call("people.replaceProfile", withoutBio, {
      headers: site.actingFor(coach),
    });
    assert.equal(partial, 400, "a part of it is no whole");
  });

  it("400 its rating, price, listing and name are written by nobody", async () => {
    const staff = await site.staff();
    for (const written of [{ rating: 5 }, { ratingAverage: 5 }, { ratingCount: 99 }, { fromPrice: null }])
      for (const headers of [site.actingFor(coach), { ...staff }])
        assert.equal(
          await codeOf({ ...written, memberId: coach }, headers),
          "400 request.invalid_input",
          JSON.stringify(written),
        );
    for (const written of [{ isListed: true }, { name: "Dr. Cora" }, { version: -1 }])
      assert.equal(await codeOf(written, site.actingFor(coach)), "400 request.invalid_input");
    const shown = (await seen()).find(({ id }) => id === coach);
    assert.deepEqual([shown?.rating, shown?.ratingCount], [4.5, 2]);
  });

  it("404 another coach's, exactly like nobody's", async () => {
    const nobodys = "00000000-0000-7000-8000-000000000000";
    assert.equal(await codeOf({ memberId: coach }, site.actingFor(other)), "404 request.not_found");
    assert.equal(await codeOf({ memberId: nobodys }, site.actingFor(other)), "404 request.not_found");
    assert.equal(await codeOf({}, site.visitor), "401 request.unauthenticated");
  });

  it("200 anybody's by the team and the tenant's server", async () => {
    for (const [headers, bio] of [
      [await site.staff(), "By the team."],
      [site.server, "By the server."],
    ] as const) {
      assert.equal((await replace({ memberId: coach, bio }, headers)).status, 200);
      assert.equal((await seen()).find(({ id }) => id === coach)?.bio, bio);
    }
  });

  it("is found by each of its languages", async () => {
    const found = async (language: string) => (await seen({ language })).map(({ id }) => id);
    assert.deepEqual(await found("de"), [coach]);
    assert.deepEqual(await found("fr"), []);
  });
});

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { MeilisearchServer } from "../../../../test/meilisearch-server.ts";
import { TestHouse, type TestSite } from "../../../../test/house.ts";
import { changeProfile } from "../../../modules/people/index.ts";
import { buildPerson } from "../../../modules/people/testing.ts";
import { type Scope } from "../../scope/scope.ts";

describe("a site searched by Meilisearch", () => {
  const server = new MeilisearchServer();
  let house: TestHouse;
  let site: TestSite;
  before(async () => {
    await server.open();
    house = await TestHouse.open({
      variables: { MEILISEARCH_URL: server.url, MEILISEARCH_KEY: server.apiKey },
    });
    site = await house.site();
  });
  after(async () => {
    await house.close();
    await server.stop();
  });

  const within = <Result>(work: (scope: Scope) => Promise<Result>) => house.within(site.live, work);
  const found = async (search: string) => {
    const page = await house.ok<{ items: { name: string }[] }>(
      "people.listPeople",
      { search },
      { headers: site.visitor },
    );
    return page.items.map(({ name }) => name);
  };
  const held = () => server.indexes.get("tessera_people")?.documents.size ?? 0;
  const health = async () =>
    ((await (await house.request("/health")).json()) as { providers: Record<string, string> }).providers[
      "search"
    ];

  test("people reach it by themselves, and leave it when they are listed no more", async () => {
    const id = await within((scope) => buildPerson(scope, { name: "Ada Berg", headline: "Negotiation" }));
    await house.until("Ada in the index", async () => held() === 1);
    assert.deepEqual(await found("negotiation"), ["Ada Berg"]);
    await within((scope) => changeProfile(scope, id, { isListed: false }));
    assert.deepEqual(await found("negotiation"), []);
    await house.until("Ada to leave the index", async () => held() === 0);
    assert.equal(await health(), "meilisearch");
  });

  test("the database answers while it is silent, and health says so", async () => {
    await within((scope) => buildPerson(scope, { name: "Bo Lind", headline: "Violin" }));
    await house.until("Bo in the index", async () => held() === 1);
    server.failingSearches = 3;
    for (let ask = 0; ask < 3; ask += 1) assert.deepEqual(await found("violin"), ["Bo Lind"]);
    assert.equal(await health(), "local (meilisearch is silent)");
    server.searches.length = 0;
    assert.deepEqual(await found("violin"), ["Bo Lind"]);
    assert.deepEqual(server.searches, [], "it is given a rest");
  });

  test("leaves no bug behind", () => assert.deepEqual(house.bugs, []));
});

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { type Browser, connectBrowser } from "@tessera/sdk/browser";
import { buildCoach } from "../../api/src/modules/matching/testing.ts";
import { memberToken } from "../../api/test/isolation/sign-in.ts";
import { TestHouse, type TestSite } from "../../api/test/house.ts";

let house: TestHouse;
let site: TestSite;
let browser: Browser | undefined;
before(async () => {
  house = await TestHouse.open({ works: false });
  site = await house.site();
});
after(async () => {
  browser?.session.close();
  await house.close();
  assert.deepEqual(house.bugs, []);
});

test("who is kept from a member is missing from their list and not found, while visitors share a cached answer", async () => {
  const coach = () => house.within(site.live, (scope) => buildCoach(scope, { timeZone: "UTC" }));
  const [blocked, other] = [await coach(), await coach()];
  const asked: string[] = [];
  browser = connectBrowser({
    url: house.house.url,
    key: site.keys.publishableKey,
    remember: "memory",
    fetch: (address, init) => {
      asked.push(init?.method ?? "GET");
      const headers = new Headers(init?.headers);
      headers.set("Origin", site.visitor["Origin"] ?? "");
      return fetch(address, { ...init, headers });
    },
  });
  const { client, session } = browser;
  const listed = async () => {
    const { items } = await client.people.listPeople({ limit: 100 });
    return items.map(({ id }) => id).toSorted();
  };
  const both = [blocked.id, other.id].toSorted();

  await session.known;
  assert.deepEqual(await listed(), both);
  assert.equal(asked.at(-1), "GET");

  const token = await memberToken(site.keys.secretKey, "mia");
  session.begin(await client.identity.exchangeToken({ token }));
  await client.safety.createBlock({ memberId: blocked.id });
  assert.deepEqual(await listed(), [other.id]);
  assert.equal(asked.at(-1), "POST");
  await assert.rejects(client.people.getPerson({ id: blocked.id }), { status: 404 });
  assert.equal((await client.people.getPerson({ id: other.id })).id, other.id);
  await client.people.getFacets({});
  assert.equal(asked.at(-1), "GET", "what is the same for everybody is still shared");

  session.end();
  assert.deepEqual(await listed(), both);
  assert.equal(asked.at(-1), "GET");
});

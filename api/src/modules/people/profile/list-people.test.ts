import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { TestHouse, type TestSite } from "../../../../test/house.ts";
import { newId } from "../../../platform/ids.ts";
import { wallClock } from "../../../platform/clock.ts";
import { buildPerson } from "../testing.ts";
import { type ProfileChange } from "./change-profile.ts";

interface Page {
  readonly items: { readonly id: string; readonly name: string }[];
  readonly nextCursor: string | null;
  readonly total: number;
}

const euros = (amount: number) => ({ fromAmountMinor: amount * 100, fromCurrency: "EUR" });

/** Everybody who is listed, in the order in which they came. */
const everybody: readonly (ProfileChange & { readonly name: string })[] = [
  {
    name: "Ada Berg",
    headline: "Career coach",
    expertise: ["Career change"],
    ...euros(90),
    ratingAverage: 4.2,
  },
  { name: "Bo Lind", languages: ["fr", "en"], countries: ["CA"], expertise: ["career change"], ...euros(60) },
  {
    name: "Cy Okafor",
    languages: ["fr"],
    countries: ["FR"],
    expertise: ["Leading 100%"],
    ratingAverage: 4.9,
  },
  {
    name: "Di Song",
    languages: ["zh"],
    expertise: ["Career change"],
    fromAmountMinor: 50_000,
    fromCurrency: "CNY",
  },
  { name: "Ed Moss", languages: ["en"], ...euros(60), ratingAverage: 4.9 },
];

describe("the list of people", () => {
  let house: TestHouse;
  let site: TestSite;
  let other: TestSite;
  before(async () => {
    house = await TestHouse.open({ works: false });
    [site, other] = await Promise.all([house.site(), house.site()]);
    for (const person of everybody) await add(site, person);
    await add(site, { name: "Not listed", isListed: false, expertise: ["Hiding"] });
    await add(other, { name: "Elsewhere", languages: ["sv"], expertise: ["Sailing"] });
  });
  after(() => house.close());

  const add = (at: TestSite, profile: ProfileChange) =>
    house.within(at.live, (scope) => buildPerson(scope, profile));
  const list = (input: object = {}, at = site) =>
    house.ok<Page>("people.listPeople", input, { headers: at.visitor });
  const names = async (input: object) => (await list(input)).items.map(({ name }) => name.split(" ")[0]);

  it("finds by words in name, headline and topics, all of them, whatever their case", async () => {
    assert.deepEqual(await names({ search: "OKAFOR" }), ["Cy"]);
    assert.deepEqual(await names({ search: "career change" }), ["Ada", "Bo", "Di"]);
    assert.deepEqual(await names({ search: "coach berg career" }), ["Ada"]);
    assert.deepEqual(await names({ search: "berg sailing" }), []);
  });

  it("takes wildcards as they are written", async () => {
    assert.deepEqual(await names({ search: "100%" }), ["Cy"]);
    assert.deepEqual(await names({ search: "1%0" }), []);
    assert.deepEqual(await names({ search: "_da" }), []);
    assert.deepEqual(await names({ expertise: "leading_100" }), []);
  });

  it("counts whoever passes, on every page", async () => {
    const first = await list({ limit: 2 });
    assert.deepEqual([first.items.length, first.total], [2, 5]);
    const second = await list({ limit: 2, cursor: first.nextCursor });
    assert.deepEqual([second.items.length, second.total], [2, 5]);
    assert.equal((await list({ language: "fr", country: "CA" })).total, 1);
    assert.equal((await list({}, other)).total, 1);
  });

  const walks = [
    ["rating", {}, ["Cy", "Ed", "Ada", "Bo", "Di"]],
    ["price", { currency: "EUR" }, ["Bo", "Ed", "Ada"]],
    ["newest", {}, ["Ed", "Di", "Cy", "Bo", "Ada"]],
  ] as const;
  for (const [sort, filter, expected] of walks) {
    it(`walks through all pages by ${sort}, nobody twice`, async () => {
      const seen: (string | undefined)[] = [];
      let cursor: string | null | undefined;
      do {
        const page: Page = await list({ ...filter, sort, limit: 1, ...(cursor && { cursor }) });
        seen.push(...page.items.map(({ name }) => name.split(" ")[0]));
        cursor = page.nextCursor;
      } while (cursor);
      assert.deepEqual(seen, expected);
    });
  }

  it("400 by price without a currency, an unknown order, an empty search", async () => {
    for (const wrong of [{ sort: "price" }, { sort: "name" }, { search: " " }, { search: null }])
      assert.equal(
        await house.refused("people.listPeople", wrong, { headers: site.visitor }),
        "400 request.invalid_input",
      );
  });

  it("tells what it can be narrowed by, of this site and of who is listed only", async () => {
    const facets = await house.ok<object>("people.getFacets", {}, { headers: site.visitor });
    assert.deepEqual(facets, {
      languages: [
        { value: "en", count: 2 },
        { value: "fr", count: 2 },
        { value: "zh", count: 1 },
      ],
      countries: [
        { value: "CA", count: 1 },
        { value: "FR", count: 1 },
      ],
      expertise: [
        { value: "Career change", count: 3 },
        { value: "Leading 100%", count: 1 },
      ],
      currencies: [
        { value: "EUR", count: 3, lowestMinor: 6000, highestMinor: 9000 },
        { value: "CNY", count: 1, lowestMinor: 50_000, highestMinor: 50_000 },
      ],
    });
  });

  it("is empty, and so are its choices, where nobody is listed", async () => {
    const empty = await house.site();
    const facets = await house.ok<object>("people.getFacets", {}, { headers: empty.visitor });
    assert.deepEqual(facets, { languages: [], countries: [], expertise: [], currencies: [] });
    assert.deepEqual(await list({}, empty), { items: [], nextCursor: null, total: 0 });
  });

  it("400 without a key; 404 somebody who is not there", async () => {
    assert.equal(await house.refused("people.getFacets", {}), "400 request.tenant_required");
    assert.equal(
      await house.refused("people.getPerson", { id: newId(wallClock()) }, { headers: site.visitor }),
      "404 request.not_found",
    );
  });

  it("leaves no bug behind", () => assert.deepEqual(house.bugs, []));
});

import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { TestHouse, type TestSite } from "../../../../test/house.ts";
import { rebuildKind } from "../../../platform/search/rebuild.ts";
import { type Scope } from "../../../platform/scope/scope.ts";
import { peoplePersonalData } from "../personal-data.ts";
import { peopleSearch } from "../search-kind.ts";
import { buildPerson } from "../testing.ts";
import { changeProfile, type ProfileChange } from "./change-profile.ts";

describe("searching people", () => {
  let house: TestHouse;
  let site: TestSite;
  let other: TestSite;
  before(async () => {
    house = await TestHouse.open();
    [site, other] = await Promise.all([house.site(), house.site()]);
    await add(site, { name: "Ada Berg", headline: "Negotiation coach", expertise: ["Leadership"] });
    await add(site, { name: "李小龙", headline: "专业小化妆品包装设计", expertise: ["網頁設計"] });
    await add(other, { name: "Ada Elsewhere", headline: "Negotiation", expertise: ["Leaderboards", "化妆"] });
  });
  after(() => house.close());

  const within = <Result>(work: (scope: Scope) => Promise<Result>, at = site) => house.within(at.live, work);
  const add = (at: TestSite, profile: ProfileChange) => within((scope) => buildPerson(scope, profile), at);
  const found = async (search: string, at = site) => {
    const page = await house.ok<{ items: { name: string }[]; total: number }>(
      "people.listPeople",
      { search },
      { headers: at.visitor },
    );
    assert.equal(page.total, page.items.length);
    return page.items.map(({ name }) => name);
  };
  const suggested = async (search: string, at = site) =>
    (await house.ok<{ suggestions: string[] }>("people.getSuggestions", { search }, { headers: at.visitor }))
      .suggestions;

  it("forgives slips, knows the forms of a word, and finds one that is not finished", async () => {
    for (const words of ["negociation", "Negotiatoin", "negotiating", "negot", "leader"])
      assert.deepEqual(await found(words), ["Ada Berg"], words);
  });

  it("finds Chinese words inside longer ones, traditional by simplified and back", async () => {
    for (const words of ["化妆", "化妝品", "包装", "网页", "網頁设计", "小龍"])
      assert.deepEqual(await found(words), ["李小龙"], words);
    assert.deepEqual(await found("化学"), []);
  });

  it("suggests names and topics by their beginning", async () => {
    assert.deepEqual(await suggested("lea"), ["Leadership"]);
    assert.deepEqual(await suggested("ad"), ["Ada Berg"]);
    assert.deepEqual(await suggested("网页"), ["網頁設計"]);
    assert.deepEqual(await suggested("zz"), []);
  });

  it("finds and suggests nobody of another site", async () => {
    assert.deepEqual(await found("elsewhere"), []);
    assert.deepEqual(await suggested("elsew"), []);
    assert.deepEqual(await suggested("leaderb"), []);
    assert.deepEqual(await found("elsewhere", other), ["Ada Elsewhere"]);
  });

  it("finds who changed by their new words, as soon as the news is through", async () => {
    const id = await add(site, { name: "Cy Okafor", headline: "Violin" });
    await within((scope) => changeProfile(scope, id, { headline: "Cello" }));
    await house.until("the new headline", async () => (await found("cello")).length === 1);
    assert.deepEqual(await found("violin"), []);
  });

  it("leaves out at once who is listed no more, and brings them back", async () => {
    const id = await add(site, { name: "Di Hidden", expertise: ["Hiding"] });
    assert.deepEqual(await suggested("hid"), ["Hiding", "Di Hidden"]);
    await within((scope) => changeProfile(scope, id, { isListed: false }));
    assert.deepEqual([await found("hidden"), await suggested("hid")], [[], []]);
    await within((scope) => changeProfile(scope, id, { isListed: true }));
    await house.until("who is listed again", async () => (await found("hidden")).length === 1);
  });

  it("leaves out at once who was erased, for good", async () => {
    const id = await add(site, { name: "Ed Erased" });
    await within((scope) => peoplePersonalData.erase(scope, id));
    assert.deepEqual([await found("erased"), await suggested("era")], [[], []]);
  });

  it("finds the same after everything was written anew", async () => {
    assert.ok((await rebuildKind((work) => within(work), peopleSearch)) >= 2);
    assert.deepEqual(await found("negotiation"), ["Ada Berg"]);
    assert.deepEqual(await found("erased"), []);
  });

  it("leaves no bug behind", () => assert.deepEqual(house.bugs, []));
});

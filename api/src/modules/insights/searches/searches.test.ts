import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { TestHouse, type TestSite } from "../../../../test/house.ts";
import { wallClock } from "../../../platform/clock.ts";
import { newId } from "../../../platform/ids.ts";
import { days, plus } from "../../../platform/time.ts";
import { setTimer } from "../../../platform/timers/timer.ts";
import { derivedId } from "../../../platform/ids.ts";
import { Search } from "../models/search.ts";
import { personalData } from "../personal-data.ts";

interface Analytics {
  readonly searches: number;
  readonly withoutHits: number;
  readonly opened: number;
  readonly clickThrough: number | null;
  readonly top: readonly { readonly text: string; readonly searches: number; readonly opened: number }[];
  readonly withoutHitsTop: readonly { readonly text: string }[];
}

describe("what people search for", () => {
  let house: TestHouse;
  let site: TestSite;
  let staff: Record<string, string>;
  let member: { memberId: string; headers: Record<string, string> };
  before(async () => {
    house = await TestHouse.open();
    site = await house.site();
    staff = await site.staff();
    member = await site.signIn("searcher@example.com");
  });
  after(() => house.close());

  const note = async (
    text: string,
    found: number,
    { id = newId(wallClock()), headers = member.headers } = {},
  ) => {
    await house.ok("insights.noteSearch", { id, kind: "people", text, found }, { headers });
    return id;
  };
  const open = (id: string, headers = member.headers) =>
    house.call("insights.noteOpened", { id, openedId: newId(wallClock()) }, { headers });
  const analytics = (input: object = {}) =>
    house.ok<Analytics>("insights.getSearchAnalytics", input, { headers: staff });

  it("200 nothing yet", async () => {
    const { searches, clickThrough, top } = await analytics();
    assert.deepEqual([searches, clickThrough, top], [0, null, []]);
  });

  it("200 three searches, one in vain, one with a result opened", async () => {
    await note("Violin  lessons", 0);
    const opened = await note("網頁設計", 7);
    await note("网页设计", 7);
    await open(opened).expect(200);
    await open(opened).expect(200);
    const told = await analytics();
    assert.deepEqual(
      [told.searches, told.withoutHits, told.opened, Math.round(told.clickThrough! * 100)],
      [3, 1, 1, 33],
    );
    assert.deepEqual(
      told.top.map(({ searches, opened: clicked }) => [searches, clicked]),
      [
        [2, 1],
        [1, 0],
      ],
    );
    assert.deepEqual(
      told.withoutHitsTop.map(({ text }) => text),
      ["Violin  lessons"],
    );
  });

  it("a search noted twice is one", async () => {
    const id = await note("cello", 1);
    await note("cello", 1, { id });
    assert.equal((await analytics()).searches, 4);
    assert.equal((await analytics({ kind: "gigs" })).searches, 0);
  });

  it("404 another's search is opened by nobody else; 400 nothing of such a kind", async () => {
    const id = await note("harp", 1);
    const other = await site.signIn("other@example.com");
    assert.equal((await open(id, other.headers)).status, 404);
    assert.equal((await open(newId(wallClock()))).status, 404);
    const search = { id: newId(wallClock()), kind: "unicorns", text: "harp", found: 1 };
    assert.equal(
      await house.refused("insights.noteSearch", search, { headers: member.headers }),
      "400 request.invalid_input",
    );
  });

  it("403 for whoever is not of the team", async () => {
    assert.match(await house.refused("insights.getSearchAnalytics", {}, { headers: member.headers }), /^403/);
  });

  it("forgets a member's searches with them", async () => {
    const leaving = await site.signIn("leaving@example.com");
    await note("something of mine", 0, { headers: leaving.headers });
    const mine = await house.within(site.live, (scope) => personalData.export(scope, leaving.memberId));
    assert.equal((mine as { searches: object[] }).searches.length, 1);
    await house.within(site.live, (scope) => personalData.erase(scope, leaving.memberId));
    assert.ok(!(await analytics()).withoutHitsTop.some(({ text }) => text === "something of mine"));
  });

  it("forgets everything after 90 days", async () => {
    const id = await note("long ago", 1);
    await house.within(site.live, async (scope) => {
      await scope
        .query(Search)
        .where({ id })
        .patch({ searchedAt: plus(scope.now, -days(91)) });
      const subjectId = derivedId("insights.forget_searches", site.live.id);
      await setTimer(scope, { name: "insights.forget_searches", subjectId, key: "test", dueAt: scope.now });
    });
    await house.until("what is too old to go", async () =>
      house.within(site.live, async (scope) => (await scope.query(Search).where({ id })).length === 0),
    );
    assert.ok((await analytics({ days: 90 })).searches > 3);
  });

  it("leaves no bug behind", () => assert.deepEqual(house.bugs, []));
});

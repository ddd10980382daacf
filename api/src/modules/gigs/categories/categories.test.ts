import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { TestHouse } from "../../../../test/house.ts";
import { wallClock } from "../../../platform/clock.ts";
import { newId } from "../../../platform/ids.ts";
import { Market } from "../testing.ts";
import { defaultTree } from "./default-tree.ts";

interface Category {
  readonly id: string;
  readonly parentId: string | null;
  readonly depth: number;
  readonly slug: string;
  readonly names: Record<string, string>;
  readonly gigs: number;
  readonly isArchived?: boolean;
}

describe("the tree of categories", () => {
  let house: TestHouse;
  before(async () => {
    house = await TestHouse.open();
  });
  after(async () => {
    await house.close();
    assert.deepEqual(house.bugs, []);
  });

  const open = async () => {
    const market = new Market(house, await house.site());
    const { server, visitor } = market.site;
    const tree = async (path = "gigs.listCategories", headers = visitor) =>
      (await house.ok<{ items: Category[] }>(path, {}, { headers })).items;
    const drawn = async () =>
      (await tree()).map(({ slug, depth }) => `${"-".repeat(depth)}${slug}`).join(" ");
    const act = (name: string, input: object) =>
      house.ok<Category>(`gigs.${name}`, input, { headers: server });
    const refused = (name: string, input: object, headers = server) =>
      house.refused(`gigs.${name}`, input, { headers });
    return { market, tree, drawn, act, refused };
  };

  it("200 parents before children, siblings in their order, names in every language", async () => {
    const { market, tree, drawn, act } = await open();
    const art = await market.category("art");
    const code = await market.category("code");
    await market.category("apps", code);
    const logos = await market.category("logos", art);
    assert.equal(await drawn(), "-art --logos -code --apps");
    await act("updateCategory", {
      id: logos,
      slug: "marks",
      names: { en: "Marks", "zh-CN": "标志", ar: "شعارات" },
    });
    const [, marks] = await tree();
    assert.deepEqual(
      [marks?.slug, marks?.names, marks?.gigs],
      ["marks", { en: "Marks", "zh-CN": "标志", ar: "شعارات" }, 0],
    );
  });

  it("200 moved before a sibling, below another parent with all below it, and to the top", async () => {
    const { market, drawn, act } = await open();
    const [a, b, c] = [await market.category("a"), await market.category("b"), await market.category("c")];
    const below = await market.category("b-1", b);
    await market.category("b-2", below);
    await act("moveCategory", { id: c, parentId: null, beforeId: a });
    assert.equal(await drawn(), "-c -a -b --b-1 ---b-2");
    await act("moveCategory", { id: b, parentId: a });
    assert.equal(await drawn(), "-c -a --b ---b-1 ----b-2");
    await act("moveCategory", { id: below, parentId: null, beforeId: c });
    assert.equal(await drawn(), "-b-1 --b-2 -c -a --b");
  });

  it("200 what is archived is gone with all below it until it is restored; the team sees it", async () => {
    const { market, tree, drawn, act } = await open();
    const a = await market.category("a");
    await market.category("a-1", a);
    await market.category("b");
    for (let time = 0; time < 2; time++) await act("archiveCategory", { id: a });
    assert.equal(await drawn(), "-b");
    const seen = await tree("gigs.listSiteCategories", market.site.server);
    assert.deepEqual(
      seen.map(({ slug, isArchived }) => [slug, isArchived]),
      [
        ["a", true],
        ["a-1", false],
        ["b", false],
      ],
    );
    await act("restoreCategory", { id: a });
    assert.equal(await drawn(), "-a --a-1 -b");
  });

  it("200 the usual tree, once, beside what the site has", async () => {
    const { market, tree, act } = await open();
    const own = await market.category("design");
    await market.category("logo-design", own);
    for (let time = 0; time < 2; time++) await act("createDefaultCategories", {});
    const found = await tree();
    const count = defaultTree.length + defaultTree.flatMap(({ children }) => children).length;
    assert.equal(found.length, count);
    assert.equal(found.find(({ slug }) => slug === "illustration")?.parentId, own);
    assert.ok(found.slice(2).every(({ names }) => names["zh-CN"] && names["ar"]));
  });

  it("400 a cycle, a fifth level, another parent's sibling, a slug that is none", async () => {
    const { market, refused } = await open();
    const a = await market.category("a");
    const b = await market.category("b", a);
    const c = await market.category("c", b);
    const d = await market.category("d", c);
    const e = await market.category("e");
    for (const parentId of [a, b, d])
      assert.equal(await refused("moveCategory", { id: a, parentId }), "400 request.invalid_input");
    assert.equal(await refused("moveCategory", { id: a, parentId: e }), "400 request.invalid_input");
    assert.equal(
      await refused("moveCategory", { id: e, parentId: null, beforeId: c }),
      "400 request.invalid_input",
    );
    const deep = { parentId: d, slug: "deep", names: { en: "Deep" } };
    assert.equal(await refused("createCategory", deep), "400 request.invalid_input");
    for (const slug of ["A", "a b", "-a", "a--b", ""])
      assert.equal(
        await refused("createCategory", { slug, names: { en: "X" } }),
        "400 request.invalid_input",
      );
  });

  it("the database itself refuses a cycle", async () => {
    const { market } = await open();
    const a = await market.category("a");
    const b = await market.category("b", a);
    const write = house.within(
      market.site.live,
      (scope) =>
        scope.sql`update gig_categories set parent_id = ${b}, depth = 3 where tenant_id = ${scope.tenant.id} and id = ${a}`,
    );
    await assert.rejects(write, /foreign key/);
  });

  it("403 a member, a visitor, and a key without the scope", async () => {
    const { market, refused } = await open();
    const { headers } = await market.join();
    const input = { slug: "mine", names: { en: "Mine" } };
    assert.equal(await refused("createCategory", input, headers), "403 request.forbidden");
    assert.equal(await refused("createCategory", input, market.site.visitor), "401 request.unauthenticated");
    const { token } = await house.ok<{ token: string }>(
      "tenancy.createKey",
      { kind: "secret", name: "Reads", scopes: ["gigs.view_gigs"] },
      { headers: await market.site.staff() },
    );
    assert.equal(
      await refused("createCategory", input, { Authorization: `Bearer ${token}` }),
      "403 request.forbidden",
    );
  });

  it("404 another site's category, as for nobody's", async () => {
    const { market, refused } = await open();
    const own = await market.category("own");
    const theirs = await new Market(house, await house.site()).category("theirs");
    for (const id of [theirs, newId(wallClock())]) {
      assert.equal(await refused("archiveCategory", { id }), "404 request.not_found");
      assert.equal(await refused("moveCategory", { id: own, parentId: id }), "404 request.not_found");
      assert.equal(
        await refused("createCategory", { parentId: id, slug: "x", names: { en: "X" } }),
        "404 request.not_found",
      );
    }
  });

  it("409 a slug twice; of four at once one is added; opposite moves at once leave a tree", async () => {
    const { market, tree, refused } = await open();
    const { server } = market.site;
    const statuses = await Promise.all(
      [1, 2, 3, 4].map(
        async () =>
          (
            await house.call(
              "gigs.createCategory",
              { slug: "one", names: { en: "One" } },
              { headers: server },
            )
          ).status,
      ),
    );
    assert.deepEqual(
      statuses.toSorted((x, y) => x - y),
      [200, 409, 409, 409],
    );
    const two = await market.category("two");
    assert.equal(await refused("updateCategory", { id: two, slug: "one" }), "409 gigs.slug_taken");
    const [one] = await tree();
    const moves = await Promise.all([
      house.call("gigs.moveCategory", { id: one?.id, parentId: two }, { headers: server }),
      house.call("gigs.moveCategory", { id: two, parentId: one?.id }, { headers: server }),
    ]);
    assert.deepEqual(
      moves.map(({ status }) => status).toSorted((x, y) => x - y),
      [200, 400],
    );
    assert.equal((await tree()).length, 2);
  });
});

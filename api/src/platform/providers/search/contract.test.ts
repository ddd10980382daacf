import assert from "node:assert/strict";
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { after, before, describe, test } from "node:test";
import { MeilisearchServer } from "../../../../test/meilisearch-server.ts";
import { TestHouse, type TestSite } from "../../../../test/house.ts";
import { wallClock } from "../../clock.ts";
import { newId } from "../../ids.ts";
import { type Tenant } from "../../scope/tenant.ts";
import { localSearch } from "./local.ts";
import { meilisearch } from "./meilisearch.ts";
import {
  gone,
  type Indexed,
  type SearchDocument,
  type SearchEngine,
  type SearchQuery,
  SearchUnavailable,
} from "./port.ts";
import { countWords, putDocuments } from "./record.ts";

let house: TestHouse;
before(async () => {
  house = await TestHouse.open({ works: false });
});
after(() => house.close());

interface Driver {
  readonly name: string;
  /** Null when there is none here. */
  readonly open: () => Promise<SearchEngine | null>;
  readonly close: () => Promise<void> | void;
  /** Whether it forgives slips: the stand-in for Meilisearch does not. */
  readonly forgives: boolean;
}

const standIn = new MeilisearchServer();
let binary: ChildProcess | undefined;

const drivers: readonly Driver[] = [
  { name: "local", open: async () => localSearch, close: () => undefined, forgives: true },
  {
    name: "meilisearch, over a stand-in that speaks its protocol",
    open: async () => {
      await standIn.open();
      return meilisearch({ url: standIn.url, apiKey: standIn.apiKey });
    },
    close: () => standIn.stop(),
    forgives: false,
  },
  { name: "meilisearch", open: realMeilisearch, close: () => void binary?.kill(), forgives: true },
];

/** The server MEILISEARCH_URL names, else one from a binary on the path. */
async function realMeilisearch(): Promise<SearchEngine | null> {
  const { MEILISEARCH_URL: url, MEILISEARCH_KEY: apiKey = "" } = process.env;
  const prefix = `test_${newId(wallClock()).replaceAll("-", "")}`;
  if (url !== undefined) return meilisearch({ url, apiKey, prefix });
  if (spawnSync("meilisearch", ["--version"]).status !== 0) return null;
  const [port, key] = [39_000 + (process.pid % 1000), "a-master-key-for-this-test"];
  const options = ["--http-addr", `127.0.0.1:${port}`, "--master-key", key, "--no-analytics"];
  binary = spawn("meilisearch", [...options, "--db-path", `${house.dataFolder}/meilisearch`], {
    stdio: "ignore",
  });
  const address = `http://127.0.0.1:${port}`;
  await house.until("Meilisearch", () =>
    fetch(`${address}/health`).then(
      ({ ok }) => ok,
      () => false,
    ),
  );
  return meilisearch({ url: address, apiKey: key, prefix });
}

const gig = (
  title: string,
  more: Partial<SearchDocument> & { about?: string; topics?: string[] } = {},
): SearchDocument => {
  const { about = "", topics = [], ...document } = more;
  return {
    id: newId(wallClock()),
    texts: { strong: [title], middle: topics, weak: [about] },
    tags: {},
    numbers: {},
    standing: 0,
    phrases: [title, ...topics],
    ...document,
  };
};

const gigs = [
  gig("Logo design for cafés", {
    tags: { category: ["design"], level: ["top"] },
    numbers: { price: 120 },
    standing: 3,
  }),
  gig("Website in C++ and node.js", {
    tags: { category: ["code"], level: ["new"] },
    numbers: { price: 900 },
    topics: ["Backend"],
  }),
  gig("Photography of weddings", {
    tags: { category: ["photo"], level: ["top"] },
    numbers: { price: 400 },
    about: "With a designed album",
  }),
  gig("Brand design", {
    tags: { category: ["design"], level: ["new"] },
    numbers: { price: 80 },
    standing: 9,
    topics: ["Identity"],
  }),
  gig("专业小化妆品包装设计", { tags: { category: ["design"] }, numbers: { price: 300 } }),
  gig("農業網頁開發", { tags: { category: ["code"] } }),
  gig('He said "hi" \\ to 100%', { tags: { category: ['odd "one" \\'] } }),
];
const named = new Map(gigs.map(({ id, texts }) => [id, texts.strong[0]!]));

for (const { name, open, close, forgives } of drivers) {
  describe(`${name} keeps the search contract`, () => {
    let engine: SearchEngine | null;
    let site: TestSite;
    let other: TestSite;
    before(async () => {
      engine = await open();
      [site, other] = await Promise.all([house.site(), house.site()]);
      if (!engine) return;
      await put(site.live, "gigs", gigs);
      await put(site.live, "people", [gig("Logo Loggins")]);
      await put(other.live, "gigs", [
        gig("Logo of the others", { tags: { category: ["foreign"] }, standing: 99 }),
      ]);
    });
    after(() => close());

    const patient = () => ({ signal: AbortSignal.timeout(10_000) });
    const put = async (tenant: Tenant, kind: string, documents: readonly SearchDocument[]) => {
      await house.within(tenant, (scope) =>
        putDocuments(
          scope,
          kind,
          documents.map((document) => ({ id: document.id, version: 1, document })),
        ),
      );
      await engine?.write?.(
        tenant.id,
        documents.map((document) => ({ kind, id: document.id, document })),
        patient(),
      );
    };
    const find = (query: Partial<SearchQuery> & { text: string }, at = site.live, kind = "gigs") =>
      house.within(at, (scope) => engine!.find(scope, kind, { take: 20, ...query }, patient()));
    const titles = async (query: Partial<SearchQuery> & { text: string }) =>
      (await find(query)).ids.map((id) => named.get(id) ?? "a stranger");
    /** A test that is reported as not run where there is no such engine. */
    const runs = (title: string, check: () => Promise<void>): void =>
      void test(title, async (t) => (engine ? check() : t.skip("There is no Meilisearch here.")));

    runs(
      "every word has to be there, wherever it stands; the name counts most, then topics, then texts",
      async () => {
        assert.deepEqual(await titles({ text: "logo" }), ["Logo design for cafés"]);
        assert.deepEqual((await titles({ text: "design" })).slice(0, 2), [
          "Brand design",
          "Logo design for cafés",
        ]);
        assert.deepEqual(await titles({ text: "identity brand" }), ["Brand design"]);
        assert.deepEqual(await titles({ text: "brand logo" }), []);
        assert.deepEqual(await titles({ text: "zebra" }), []);
      },
    );

    runs("whatever their case and accents, with what belongs to a word in C++", async () => {
      assert.deepEqual(await titles({ text: "LOGO Cafes" }), ["Logo design for cafés"]);
      assert.deepEqual(await titles({ text: "c++" }), ["Website in C++ and node.js"]);
      assert.deepEqual(await titles({ text: "100%" }), ['He said "hi" \\ to 100%']);
    });

    runs("the last word may be unfinished", async () => {
      assert.deepEqual(await titles({ text: "web" }), ["Website in C++ and node.js"]);
      assert.deepEqual(await titles({ text: "wedding photog" }), forgives ? ["Photography of weddings"] : []);
    });

    runs("a slip is forgiven: a wrong, missing, doubled or swapped letter", async (): Promise<void> => {
      if (!forgives) return;
      for (const text of ["photograpy", "photograohy", "phootgraphy", "photographyy", "websiet"])
        assert.equal((await titles({ text })).length, 1, text);
      assert.deepEqual(await titles({ text: "lgo" }), []);
    });

    runs("Chinese words are found inside longer ones, traditional by simplified and back", async () => {
      assert.deepEqual(await titles({ text: "化妆" }), ["专业小化妆品包装设计"]);
      assert.deepEqual(await titles({ text: "設計" }), ["专业小化妆品包装设计"]);
      assert.deepEqual(await titles({ text: "农业" }), ["農業網頁開發"]);
      assert.deepEqual(await titles({ text: "网页开发" }), ["農業網頁開發"]);
      assert.deepEqual(await titles({ text: "设计包装" }), ["专业小化妆品包装设计"]);
    });

    runs("filters narrow by values and by numbers", async () => {
      const design = { field: "category", anyOf: ["design"] };
      assert.equal((await titles({ text: "", filters: [design] })).length, 3);
      assert.deepEqual(await titles({ text: "", filters: [design, { field: "price", atMost: 100 }] }), [
        "Brand design",
      ]);
      assert.deepEqual(
        await titles({
          text: "",
          filters: [{ field: "price", atLeast: 400, atMost: 900 }],
          sort: { field: "price", descending: false },
        }),
        ["Photography of weddings", "Website in C++ and node.js"],
      );
      assert.deepEqual(
        await titles({ text: "", filters: [{ field: "category", anyOf: ['odd "one" \\'] }] }),
        ['He said "hi" \\ to 100%'],
      );
      assert.deepEqual(
        await titles({ text: "", filters: [{ field: "category", anyOf: ['x" OR tenantId != "'] }] }),
        [],
      );
    });

    runs("facets are right: each counted under all filters but its own", async () => {
      const { facets, total } = await find({
        text: "",
        facets: ["category", "level"],
        filters: [{ field: "level", anyOf: ["top"] }],
      });
      assert.equal(total, 2);
      assert.deepEqual(facets["category"], [
        { value: "design", count: 1 },
        { value: "photo", count: 1 },
      ]);
      assert.deepEqual(facets["level"], [
        { value: "new", count: 2 },
        { value: "top", count: 2 },
      ]);
    });

    runs("a facet of steps is counted without the bound of its own field; under others it is", async () => {
      const steps = (days: number) => ["1", "7", "30"].filter((step) => days <= Number(step));
      const pieces = [1, 5, 20].map((days, at) =>
        gig(`Etude ${days}`, {
          tags: { delivery: steps(days), tag: [`t${days}`] },
          numbers: { delivery: days, price: at },
        }),
      );
      await put(site.live, "etudes", pieces);
      const within = (filter: object) =>
        find(
          { text: "", facets: ["delivery", "tag"], filters: [{ field: "delivery", ...filter }] },
          site.live,
          "etudes",
        );
      const soon = await within({ atMost: 6 });
      assert.equal(soon.total, 2);
      assert.deepEqual(soon.facets["delivery"], [
        { value: "30", count: 3 },
        { value: "7", count: 2 },
        { value: "1", count: 1 },
      ]);
      assert.deepEqual(soon.facets["tag"]?.map(({ value }) => value).toSorted(), ["t1", "t5"]);
    });

    runs("a field of many values is counted whole, up to five hundred", async () => {
      const many = Array.from({ length: 130 }, (_, at) =>
        gig(`Prelude ${at}`, { tags: { category: [`c${at}`] } }),
      );
      await put(site.live, "preludes", many);
      const { facets } = await find({ text: "", facets: ["category"] }, site.live, "preludes");
      assert.equal(facets["category"]?.length, 130);
    });

    runs("a field that may be none of any values finds nothing", async () => {
      const { ids, total } = await find({ text: "", filters: [{ field: "category", anyOf: [] }] });
      assert.deepEqual([ids, total], [[], 0]);
    });

    runs("sorts by a number, those without one last, and turns pages", async () => {
      const sort = { field: "price", descending: false };
      const all = await titles({ text: "", sort });
      assert.deepEqual(all.slice(0, 3), ["Brand design", "Logo design for cafés", "专业小化妆品包装设计"]);
      assert.equal(all.length, gigs.length);
      const second = await find({ text: "", sort, page: 1, take: 2 });
      assert.deepEqual([second.ids.map((id) => named.get(id)), second.total], [all.slice(2, 4), gigs.length]);
    });

    runs(
      "of many, those that say it in their title come first, page by page, each once, all counted",
      async () => {
        const market = await house.site();
        const drawn = Array.from({ length: 20 }, (_, at) =>
          gig("插画设计", { tags: { level: [at % 2 ? "top" : "new"] }, standing: at }),
        );
        const told = Array.from({ length: 10 }, () =>
          gig("摄影", { about: "也做插画设计", tags: { level: ["top"] }, standing: 99 }),
        );
        await put(market.live, "gigs", [...told, ...drawn]);
        const pages = await Promise.all(
          [0, 1, 2, 3].map((page) =>
            find({ text: "插画设计", facets: ["level"], page, take: 8 }, market.live),
          ),
        );
        const ids = pages.flatMap((page) => page.ids);
        assert.deepEqual(ids.slice(0, 20), drawn.map(({ id }) => id).toReversed());
        assert.deepEqual(ids.slice(20).toSorted(), told.map(({ id }) => id).toSorted());
        for (const { total, facets } of pages) {
          assert.equal(total, 30);
          assert.deepEqual(facets["level"], [
            { value: "top", count: 20 },
            { value: "new", count: 10 },
          ]);
        }
        const filters = [{ field: "level", anyOf: ["new"] }];
        const narrowed = await find({ text: "插画设计", filters, facets: ["level"], take: 8 }, market.live);
        assert.deepEqual([narrowed.total, narrowed.facets], [10, pages[0]!.facets]);
        assert.deepEqual(
          narrowed.ids,
          drawn
            .filter((_, at) => at % 2 === 0)
            .map(({ id }) => id)
            .toReversed()
            .slice(0, 8),
        );
      },
    );

    runs("leaves out whom it is told to", async () => {
      assert.deepEqual(await titles({ text: "logo", without: [gigs[0]!.id] }), []);
    });

    runs("another tenant's documents are in no result and no facet", async () => {
      for (const text of ["logo", "logo of the others", "others", ""]) {
        const { ids, facets, total } = await find({ text, facets: ["category"], take: 100 });
        assert.ok(
          ids.every((id) => named.has(id)),
          text,
        );
        assert.ok(!JSON.stringify(facets).includes("foreign"), text);
        assert.equal(total, ids.length);
      }
      const foreign = await find({ text: "", filters: [{ field: "category", anyOf: ["foreign"] }] });
      assert.equal(foreign.total, 0);
      assert.equal((await find({ text: "logo" }, other.live)).total, 1);
      assert.equal((await find({ text: "logo" }, site.sandbox)).total, 0);
    });

    runs("kinds stand apart; of one without documents there is nothing", async () => {
      assert.equal((await find({ text: "logo" }, site.live, "people")).total, 1);
      assert.deepEqual(await find({ text: "logo", facets: ["category"] }, site.live, "courses"), {
        ids: [],
        total: 0,
        facets: { category: [] },
      });
    });

    runs("what is changed is found by its new words, what is taken out not at all", async () => {
      const changing = gig("Violin lessons");
      await put(site.live, "lessons", [changing]);
      await put(site.live, "lessons", [
        { ...changing, texts: { ...changing.texts, strong: ["Cello lessons"] } },
      ]);
      assert.equal((await find({ text: "violin" }, site.live, "lessons")).total, 0);
      assert.equal((await find({ text: "cello" }, site.live, "lessons")).total, 1);
      await house.within(site.live, (scope) =>
        putDocuments(scope, "lessons", [{ id: changing.id, ...gone }]),
      );
      await engine!.write?.(site.live.id, [{ kind: "lessons", id: changing.id, document: null }], patient());
      assert.equal((await find({ text: "cello" }, site.live, "lessons")).total, 0);
    });

    runs("a text of signs, and one of a whole page, do no harm", async () => {
      assert.equal((await find({ text: "%% ''; --" })).total, 0);
      assert.equal((await find({ text: "logo ".repeat(5000) })).total, 1);
    });
  });
}

describe("the embedded search", () => {
  test("news that come late change nothing; a thing nobody may find stays away until a newer version", async () => {
    const { live } = await house.site();
    const thing = gig("Harp lessons");
    const tell = (version: number, document: SearchDocument | null) =>
      house.within(live, (scope) => putDocuments(scope, "gigs", [{ id: thing.id, version, document }]));
    const total = () =>
      house.within(
        live,
        async (scope) =>
          (
            await localSearch.find(
              scope,
              "gigs",
              { text: "harp", take: 1 },
              { signal: AbortSignal.timeout(1000) },
            )
          ).total,
      );
    assert.equal(await tell(2, thing), 1);
    assert.equal(await tell(3, null), 1);
    assert.equal(await tell(2, thing), 0);
    assert.equal(await total(), 0);
    assert.equal(await tell(4, thing), 1);
    assert.equal(await total(), 1);
  });

  test("a thing that is gone for good stays so; its words are forgotten when words are counted", async () => {
    const { live } = await house.site();
    const [kept, left] = [gig("Harp"), gig("Xylo")];
    const tell = (document: SearchDocument, known: Indexed) =>
      house.within(live, (scope) => putDocuments(scope, "gigs", [{ id: document.id, ...known }]));
    await tell(kept, { version: 1, document: kept });
    await tell(left, { version: 1, document: left });
    await tell(left, gone);
    assert.equal(await tell(left, { version: 1000, document: left }), 0);
    const count = () => house.within(live, (scope) => countWords(scope, "gigs"));
    assert.deepEqual([await count(), await count()], [1, 0]);
    const known = (word: string) =>
      house.within(
        live,
        (scope) =>
          scope.sql`select word from search_lookup('gigs', ${[word]}::text[], ${[word]}::text[], true)`,
      );
    assert.deepEqual(await known("xylo"), []);
    assert.deepEqual(await known("harp"), [{ word: "harp" }]);
  });
});

describe("meilisearch's requests", () => {
  test("every search is bound to its tenant by a signed token, whatever is asked", () => {
    assert.ok(standIn.searches.length > 20);
    for (const { tokenFilter } of standIn.searches)
      assert.match(tokenFilter ?? "", /^tenantId = "[0-9a-f-]{36}"$/);
    assert.deepEqual(
      standIn.keys.map(({ actions, indexes }) => [actions, indexes]),
      [[["search"], ["tessera_*"]]],
    );
  });

  test("silence, failures and a wrong key are its absence", async () => {
    const server = await new MeilisearchServer().open();
    const { live } = await house.site();
    const ask = (engine: SearchEngine, signal = AbortSignal.timeout(5000)) =>
      house.within(live, (scope) => engine.find(scope, "gigs", { text: "logo", take: 1 }, { signal }));
    const good = meilisearch({ url: server.url, apiKey: server.apiKey });
    await assert.rejects(ask(meilisearch({ url: server.url, apiKey: "wrong" })), SearchUnavailable);
    assert.equal((await ask(good)).total, 0);
    server.plan = [503];
    await assert.rejects(ask(good), SearchUnavailable);
    server.plan = [0];
    await assert.rejects(ask(good, AbortSignal.timeout(100)), SearchUnavailable);
    await server.stop();
    await assert.rejects(ask(good), SearchUnavailable);
  });
});

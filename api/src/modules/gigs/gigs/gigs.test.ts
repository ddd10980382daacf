import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { TestHouse } from "../../../../test/house.ts";
import { wallClock } from "../../../platform/clock.ts";
import { newId } from "../../../platform/ids.ts";
import { changeProfile } from "../../people/index.ts";
import { Market, type SellerGig } from "../testing.ts";

interface Card {
  readonly id: string;
  readonly title: string;
  readonly seller: { readonly id: string };
  readonly fromPrice: { readonly amountMinor: number };
}

interface Found {
  readonly items: Card[];
  readonly nextCursor: string | null;
}

describe("gigs", () => {
  let house: TestHouse;
  let market: Market;
  let design: string;
  before(async () => {
    house = await TestHouse.open();
    market = new Market(house, await house.site());
    design = await market.category("design");
  });
  after(async () => {
    await house.close();
    assert.deepEqual(house.bugs, []);
  });

  const list = async (filter: object = {}, headers = market.site.visitor) =>
    house.ok<Found>("gigs.listGigs", filter, { headers });
  const ids = async (filter: object = {}) => (await list(filter)).items.map(({ id }) => id);
  const call = (name: string, input: object, { headers }: { headers: Record<string, string> }) =>
    house.ok<SellerGig>(`gigs.${name}`, input, { headers });
  const refused = (name: string, input: object, headers: Record<string, string>) =>
    house.refused(`gigs.${name}`, input, { headers });

  it("200 a draft with everything, seen by its seller alone until it is published", async () => {
    const seller = await market.join();
    const { id } = await market.draft(seller, design, {
      language: "zh",
      tags: [" Logo ", "品牌"],
      extras: [{ title: "In a day", amountMinor: 5000 }],
      requirements: [
        { kind: "text", question: "What is it called?" },
        { kind: "choice", question: "Which colour?", choices: ["Red", "Blue"], isRequired: false },
        { kind: "file", question: "Your old logo" },
      ],
      faq: [{ question: "How long?", answer: "Three days." }],
    });
    assert.equal(await refused("getGig", { id }, market.site.visitor), "404 request.not_found");
    const draft = await call("getSellerGig", { id }, seller);
    assert.deepEqual(
      [draft.state, draft.moderation, draft.isVisible, draft.missing, draft.warnings, draft.tags],
      ["draft", "none", false, [], [], ["logo", "品牌"]],
    );
    assert.deepEqual(draft.fromPrice, { amountMinor: 19_900, currency: "CNY" });
    await call("publishGig", { id }, seller);
    const shown = await house.ok<SellerGig & Card>("gigs.getGig", { id }, { headers: market.site.visitor });
    assert.equal(shown.seller.id, seller.id);
    assert.deepEqual(
      shown.requirements.map(({ kind, choices, isRequired }) => [kind, choices.length, isRequired]),
      [
        ["text", 0, true],
        ["choice", 2, false],
        ["file", 0, true],
      ],
    );
    assert.equal(shown.extras[0]?.price.amountMinor, 5000);
    assert.equal("moderationReason" in shown, false);
  });

  it("400 publishing says everything that is missing", async () => {
    const seller = await market.join();
    const { id } = await call("createGig", {}, seller);
    const { status, body } = await house.call("gigs.publishGig", { id }, { headers: seller.headers });
    const { fields } = (body as { error: { data: { fields: { path: string[] }[] } } }).error.data;
    assert.equal(status, 400);
    assert.deepEqual(
      fields.map(({ path }) => path.join(".")),
      ["title", "description", "categoryId", "packages"],
    );
  });

  it("400 what was published stays complete and keeps its currency", async () => {
    const seller = await market.join();
    const { id, packages } = await market.gig(seller, design);
    const bad = "400 request.invalid_input";
    assert.equal(await refused("updateGig", { id, title: "" }, seller.headers), bad);
    assert.equal(await refused("updateGig", { id, currency: "EUR" }, seller.headers), bad);
    assert.equal(await refused("updateGig", { id, categoryId: id }, seller.headers), bad);
    assert.equal(await refused("deletePackage", { id: packages[0]?.id }, seller.headers), bad);
    assert.equal(await refused("updateGig", { id, tags: ["a", "A"] }, seller.headers), bad);
    const many = Array.from({ length: 11 }, (_, at) => `tag ${at}`);
    assert.equal(await refused("updateGig", { id, tags: many }, seller.headers), bad);
    const choice = { kind: "choice", question: "Which?", choices: ["One"] };
    assert.equal(await refused("updateGig", { id, requirements: [choice] }, seller.headers), bad);
    const stranger = { id: newId(wallClock()), title: "Faster", amountMinor: 1 };
    assert.equal(await refused("updateGig", { id, extras: [stranger] }, seller.headers), bad);
    assert.equal((await call("getSellerGig", { id }, seller)).title, "A logo drawn by hand");
  });

  it("409 a second basic package, a change on an older version, a draft that is paused", async () => {
    const seller = await market.join();
    const { id, version } = await market.draft(seller, design);
    const basic = { gigId: id, tier: "basic", title: "Again", amountMinor: 1, deliveryDays: 1 };
    assert.equal(await refused("createPackage", basic, seller.headers), "409 gigs.package_exists");
    const premium = { ...basic, tier: "premium", title: "All of it", version };
    const both = await call("createPackage", premium, seller);
    assert.deepEqual(both.warnings, ["prices_not_rising", "standard_missing"]);
    assert.equal(both.fromPrice?.amountMinor, 1);
    const late = { id, version, title: "Another title" };
    assert.equal(await refused("updateGig", late, seller.headers), "409 request.conflict");
    assert.equal(await refused("pauseGig", { id }, seller.headers), "409 gigs.never_published");
    const statuses = await Promise.all(
      [1, 2, 3].map(
        async (at) =>
          (
            await house.call(
              "gigs.updateGig",
              { id, version: both.version, title: `Title number ${at}` },
              { headers: seller.headers },
            )
          ).status,
      ),
    );
    assert.deepEqual(
      statuses.toSorted((a, b) => a - b),
      [200, 409, 409],
    );
  });

  it("200 extras and requirements keep their ids through changes", async () => {
    const seller = await market.join();
    const { id, extras } = await market.draft(seller, design, {
      extras: [
        { title: "Faster", amountMinor: 100 },
        { title: "Source", amountMinor: 200, addedDays: 1 },
      ],
    });
    const sent = [
      { title: "New", amountMinor: 5 },
      { id: extras[1]!.id, title: "Sources", amountMinor: 250, addedDays: 2 },
    ];
    const changed = await call("updateGig", { id, extras: sent }, seller);
    assert.deepEqual(
      changed.extras.map((each) => [each.title, each.id === extras[1]!.id]),
      [
        ["New", false],
        ["Sources", true],
      ],
    );
  });

  it("200 lists by category with those below it, by seller and by tag, page by page", async () => {
    const seller = await market.join();
    const parent = await market.category("writing");
    const child = await market.category("poems", parent);
    const made: string[] = [];
    for (const categoryId of [parent, child, child])
      made.unshift((await market.gig(seller, categoryId, { tags: [`poem ${made.length}`] })).id);
    assert.deepEqual(await ids({ category: "writing" }), made);
    assert.deepEqual(await ids({ category: "poems" }), made.slice(0, 2));
    assert.deepEqual(await ids({ category: "none" }), []);
    assert.deepEqual(await ids({ sellerId: seller.id }), made);
    assert.deepEqual(await ids({ tag: "Poem 1" }), [made[1]]);
    const first = await list({ category: "writing", limit: 2 });
    const second = await list({ category: "writing", limit: 2, cursor: first.nextCursor });
    assert.deepEqual(
      [...first.items, ...second.items].map(({ id }) => id),
      made,
    );
    const { items } = await house.ok<{ items: { slug: string; gigs: number }[] }>(
      "gigs.listCategories",
      {},
      {
        headers: market.site.visitor,
      },
    );
    const counted = Object.fromEntries(items.map(({ slug, gigs }) => [slug, gigs]));
    assert.deepEqual([counted["writing"], counted["poems"]], [3, 2]);
    await house.ok("gigs.archiveCategory", { id: child }, { headers: market.site.server });
    assert.deepEqual(await ids({ category: "writing" }), made.slice(2));
  });

  it("404 a paused one for everybody else; 200 its seller has it back", async () => {
    const seller = await market.join();
    const { id } = await market.gig(seller, design);
    for (let time = 0; time < 2; time++) await call("pauseGig", { id }, seller);
    assert.equal(await refused("getGig", { id }, market.site.visitor), "404 request.not_found");
    assert.deepEqual(await ids({ sellerId: seller.id }), []);
    assert.equal((await call("getSellerGig", { id }, seller)).state, "paused");
    await call("publishGig", { id }, seller);
    assert.deepEqual(await ids({ sellerId: seller.id }), [id]);
  });

  it("404 while its seller is not listed, or has lost the role", async () => {
    const seller = await market.join(["seller"], false);
    const { id } = await market.gig(seller, design);
    assert.equal(await refused("getGig", { id }, market.site.visitor), "404 request.not_found");
    const within = <Result>(work: Parameters<typeof house.within<Result>>[1]) =>
      house.within(market.site.live, work);
    await within((scope) => changeProfile(scope, seller.id, { isListed: true }));
    await house.until("the gig to be found", async () => (await ids({ sellerId: seller.id })).includes(id));
    await house.ok(
      "identity.updateMember",
      { id: seller.id, roles: ["client"] },
      { headers: market.site.server },
    );
    await house.until("the gig to be gone", async () => !(await ids({ sellerId: seller.id })).includes(id));
  });

  it("200 a copy is a draft with the same packages and its own ids", async () => {
    const seller = await market.join();
    const gig = await market.gig(seller, design);
    const copy = await call("duplicateGig", { id: gig.id }, seller);
    assert.deepEqual([copy.state, copy.title, copy.publishedAt], ["draft", gig.title, null]);
    assert.notEqual(copy.packages[0]?.id, gig.packages[0]?.id);
    assert.deepEqual(copy.packages[0]?.price, gig.packages[0]?.price);
    await call("deleteGig", { id: gig.id }, seller);
    assert.equal(await refused("getSellerGig", { id: gig.id }, seller.headers), "404 request.not_found");
    assert.equal((await call("getSellerGig", { id: copy.id }, seller)).id, copy.id);
  });

  it("403 somebody who sells nothing; 404 somebody else's, another site's and nobody's gig", async () => {
    const [seller, other, client] = [await market.join(), await market.join(), await market.join(["client"])];
    assert.equal(await refused("createGig", {}, client.headers), "403 request.forbidden");
    assert.equal(await refused("createGig", { memberId: seller.id }, other.headers), "404 request.not_found");
    const away = new Market(house, await house.site());
    const stranger = await away.gig(await away.join(), await away.category("far"));
    const { id } = await market.draft(seller, design);
    for (const gig of [id, stranger.id, newId(wallClock())])
      for (const name of ["getSellerGig", "updateGig", "publishGig", "pauseGig", "duplicateGig", "deleteGig"])
        assert.equal(await refused(name, { id: gig }, other.headers), "404 request.not_found", name);
  });

  it("409 more gigs than the site allows, also of two at once", async () => {
    const small = new Market(house, await house.site(undefined, { gigs: { mostPerSeller: 2 } }));
    const seller = await small.join();
    const statuses = await Promise.all(
      [1, 2, 3, 4].map(async () => (await house.call("gigs.createGig", {}, seller)).status),
    );
    assert.deepEqual(
      statuses.toSorted((a, b) => a - b),
      [200, 200, 409, 409],
    );
  });

  it("200 the lowest price of a seller follows what is found of them", async () => {
    const seller = await market.join();
    const { id } = await market.gig(seller, design);
    const priceIs = (amountMinor: number | null) =>
      house.until(`the price ${amountMinor}`, async () => {
        const { fromPrice } = await house.ok<{ fromPrice: Card["fromPrice"] | null }>(
          "people.getPerson",
          { id: seller.id },
          { headers: market.site.visitor },
        );
        return (fromPrice?.amountMinor ?? null) === amountMinor;
      });
    await priceIs(19_900);
    await call("pauseGig", { id }, seller);
    await priceIs(null);
  });
});

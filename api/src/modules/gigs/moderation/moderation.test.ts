import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { EventSink } from "../../../../test/event-sink.ts";
import { TestHouse } from "../../../../test/house.ts";
import { personalData } from "../personal-data.ts";
import { Market, type SellerGig, type Somebody } from "../testing.ts";
import { reportableGig } from "./reportable.ts";

describe("moderation of gigs", () => {
  let house: TestHouse;
  before(async () => {
    house = await TestHouse.open({ variables: { WEBHOOK_ALLOW_CIDRS: "127.0.0.1/32" } });
  });
  after(async () => {
    await house.close();
    assert.deepEqual(house.bugs, []);
  });

  const open = async (settings: object = {}) => {
    const market = new Market(house, await house.site(undefined, { gigs: settings }));
    const { server, visitor } = market.site;
    const category = await market.category("design");
    const decide = (name: string, input: object) =>
      house.ok<SellerGig>(`gigs.${name}`, input, { headers: server });
    const isFound = async (id: string) =>
      (await house.call("gigs.getGig", { id }, { headers: visitor })).status === 200;
    const call = (name: string, input: object, { headers }: Somebody) =>
      house.ok<SellerGig>(`gigs.${name}`, input, { headers });
    return { market, category, decide, isFound, call };
  };
  const standing = ({ state, moderation, moderationReason }: SellerGig) => [
    state,
    moderation,
    moderationReason,
  ];

  it("where the team approves, a gig waits until it is approved; new words wait again, a new price does not", async () => {
    const { market, category, decide, isFound, call } = await open({ needsApproval: true });
    const seller = await market.join();
    const { id, packages, publishedAt } = await market.gig(seller, category);
    assert.deepEqual([await isFound(id), publishedAt], [false, null]);
    const list = () =>
      decide("listSiteGigs", { moderation: "pending", sort: "submittedAt" }) as unknown as Promise<{
        items: { id: string; sellerName: string }[];
      }>;
    assert.deepEqual(
      (await list()).items.map((each) => [each.id, each.sellerName.startsWith("Somebody")]),
      [[id, true]],
    );
    await decide("approveGig", { id });
    assert.equal(await isFound(id), true);
    await call("updatePackage", { id: packages[0]?.id, amountMinor: 25_000 }, seller);
    assert.equal(await isFound(id), true);
    await call("updateGig", { id, tags: ["vector", "logo"] }, seller);
    assert.equal(await isFound(id), false);
    assert.equal((await list()).items.length, 1);
    await decide("approveGig", { id });
    await decide("updateGig", { id, description: "What the team writes itself needs nobody's approval." });
    assert.equal(await isFound(id), true);
  });

  it("a rejected gig shows its seller the reason and waits again once it is published anew", async () => {
    const { market, category, decide, isFound, call } = await open();
    const seller = await market.join();
    const { id } = await market.gig(seller, category);
    await decide("rejectGig", { id, reason: "The picture is not yours." });
    assert.equal(await isFound(id), false);
    const seen = await call("getSellerGig", { id }, seller);
    assert.deepEqual(standing(seen), ["active", "rejected", "The picture is not yours."]);
    assert.deepEqual(standing(await call("publishGig", { id }, seller)), ["active", "pending", null]);
    assert.deepEqual(standing(await decide("approveGig", { id })), ["active", "approved", null]);
    assert.equal(await isFound(id), true);
  });

  it("409 a suspended gig is published by nobody but the team; a draft is not judged", async () => {
    const { market, category, decide, isFound, call } = await open();
    const seller = await market.join();
    const { id } = await market.gig(seller, category);
    await decide("suspendGig", { id, reason: "Under dispute." });
    await call("pauseGig", { id }, seller);
    assert.equal(
      await house.refused("gigs.publishGig", { id }, { headers: seller.headers }),
      "409 gigs.suspended",
    );
    assert.deepEqual(standing(await decide("approveGig", { id })), ["paused", "approved", null]);
    await call("publishGig", { id }, seller);
    assert.equal(await isFound(id), true);
    const draft = await market.draft(seller, category);
    assert.equal(
      await house.refused("gigs.approveGig", { id: draft.id }, { headers: market.site.server }),
      "409 gigs.never_published",
    );
  });

  it("the seller hears of what the team decides, once, and not of what it decided otherwise since", async () => {
    const { market, category, decide } = await open({ needsApproval: true });
    const seller = await market.join();
    const { email } = await house.ok<{ email: string }>("identity.getMe", {}, { headers: seller.headers });
    const { id } = await market.gig(seller, category);
    const mail = async (subject: string) =>
      house.until(subject, async () =>
        (await house.mailsTo(market.site.live, email)).find((each) => each.subject === subject),
      );
    await decide("rejectGig", { id, reason: "The cover is not yours." });
    assert.match(
      (await mail("Your gig needs changes: A logo drawn by hand")).text,
      /Reason.*The cover is not yours./s,
    );
    await decide("approveGig", { id });
    await decide("approveGig", { id });
    await mail("Your gig is approved: A logo drawn by hand");
    await decide("suspendGig", { id, reason: "Under dispute." });
    await mail("Your gig is suspended: A logo drawn by hand");
    await house.within(market.site.live, (scope) => reportableGig.hide(scope, id));
    await mail("Your gig is hidden: A logo drawn by hand");
    await house.within(market.site.live, async (scope) => {
      await reportableGig.restore(scope, id);
      await reportableGig.hide(scope, id);
      await reportableGig.restore(scope, id);
    });
    await mail("Your gig is shown again: A logo drawn by hand");
    const told = (await house.mailsTo(market.site.live, email)).map(({ subject }) => subject);
    assert.equal(
      told.filter((subject) => subject.startsWith("Your gig is hidden")).length,
      1,
      told.join("; "),
    );
    assert.equal(
      told.filter((subject) => subject.startsWith("Your gig is approved")).length,
      1,
      told.join("; "),
    );
  });

  it("403 a seller does not judge; 404 another site's gig", async () => {
    const { market, category } = await open();
    const seller = await market.join();
    const { id } = await market.gig(seller, category);
    const { server } = (await open()).market.site;
    for (const name of ["approveGig", "rejectGig", "suspendGig"]) {
      const input = { id, ...(name !== "approveGig" && { reason: "No." }) };
      const tried = (headers: Record<string, string>) => house.refused(`gigs.${name}`, input, { headers });
      assert.equal(await tried(seller.headers), "403 request.forbidden");
      assert.equal(await tried(server), "404 request.not_found");
    }
  });

  it("a reported gig is hidden and restored as it stood, and its words are evidence", async () => {
    const { market, category, isFound, call } = await open();
    const [seller, buyer] = [await market.join(), await market.join(["client"])];
    const { id } = await market.gig(seller, category);
    const report = { subjectKind: "gig", subjectId: id, category: "spam" };
    await house.ok("safety.createReport", report, { headers: buyer.headers });
    const { items } = await house.ok<{ items: { id: string }[] }>(
      "safety.listCases",
      { subjectKind: "gig" },
      { headers: await market.site.staff() },
    );
    assert.equal(items.length, 1);
    await house.within(market.site.live, async (scope) => {
      const snapshot = await reportableGig.snapshot(scope, id, buyer.id);
      assert.equal(snapshot?.authorId, seller.id);
      assert.match(JSON.stringify(snapshot?.content), /drawn by hand.*One draft/);
      for (let time = 0; time < 2; time++) await reportableGig.hide(scope, id);
    });
    assert.equal(await isFound(id), false);
    const hidden = await call("getSellerGig", { id }, seller);
    assert.deepEqual([hidden.isHidden, hidden.state, hidden.moderation], [true, "active", "approved"]);
    await house.within(market.site.live, (scope) => reportableGig.restore(scope, id));
    assert.equal(await isFound(id), true);
  });

  it("words the site refuses are refused in a gig that is published, and let be in a draft", async () => {
    const site = await house.site(undefined, { safety: { words: { list: ["snakeoil"], refuses: true } } });
    const market = new Market(house, site);
    const [seller, category] = [await market.join(), await market.category("design")];
    const { id } = await market.draft(seller, category, { title: "The best snakeoil" });
    const refused = (name: string, input: object) =>
      house.refused(`gigs.${name}`, input, { headers: seller.headers });
    assert.equal(await refused("publishGig", { id }), "400 safety.word_refused");
    const shown = await market.gig(seller, category);
    assert.equal(await refused("updateGig", { id: shown.id, tags: ["snakeoil"] }), "400 safety.word_refused");
  });

  it("webhooks tell of every change of a gig, without links", async () => {
    const sink = await EventSink.start();
    try {
      const { market, category, decide, call } = await open();
      const seller = await market.join();
      const eventNames = ["gig.published", "gig.paused", "gig.changed", "gig.hidden"];
      const { server } = market.site;
      await house.ok(
        "integrations.createEndpoint",
        { url: sink.url, description: "Gigs", eventNames },
        { headers: server },
      );
      const { id } = await market.gig(seller, category);
      await call("pauseGig", { id }, seller);
      await call("publishGig", { id }, seller);
      await call("updateGig", { id, title: "A logo drawn twice" }, seller);
      await decide("suspendGig", { id, reason: "Under dispute." });
      const told = await house.until("the news of the gig", async () => {
        const names = sink.received.map(({ body }) => (JSON.parse(String(body)) as { type: string }).type);
        return names.includes("gig.hidden") && names.length >= 6 && names;
      });
      for (const name of eventNames) assert.ok(told.includes(name), `${name} of ${told.join(" ")}`);
      assert.ok(sink.received.every(({ body }) => !String(body).includes("/files/")));
    } finally {
      await sink.stop();
    }
  });

  it("a member's gigs are exported, and gone after erasing", async () => {
    const { market, category } = await open();
    const seller = await market.join();
    await market.gig(seller, category);
    await house.within(market.site.live, async (scope) => {
      assert.match(JSON.stringify(await personalData.export(scope, seller.id)), /drawn by hand.*One draft/);
      await personalData.erase(scope, seller.id);
      assert.doesNotMatch(JSON.stringify(await personalData.export(scope, seller.id)), /drawn by hand/);
    });
  });
});

import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { TestHouse } from "../../../../test/house.ts";
import { samples } from "../../../platform/files/testing.ts";
import { Market, type SellerGig, type Somebody } from "../testing.ts";

describe("media of gigs", () => {
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

  const upload = async (seller: Somebody, name: string, type: string, content: Buffer) => {
    const query = new URLSearchParams({ purpose: "gigs.media", name }).toString();
    const answer = await house.request(`/api/v1/files?${query}`, {
      method: "POST",
      headers: { ...seller.headers, "Content-Type": type },
      body: new Uint8Array(content),
    });
    return { status: answer.status, id: ((await answer.json()) as { id: string }).id };
  };
  const picture = async (seller: Somebody) =>
    (await upload(seller, "logo.png", "image/png", await samples.png())).id;
  const call = (name: string, input: object, { headers }: Somebody) =>
    house.ok<SellerGig>(`gigs.${name}`, input, { headers });
  const refused = (name: string, input: object, { headers }: Somebody) =>
    house.refused(`gigs.${name}`, input, { headers });
  const opens = async (url: string) => (await house.request(url)).status;

  it("200 in their order, the first picture as the cover, with links that open; 415 another type", async () => {
    const seller = await market.join();
    const { id: gigId } = await market.gig(seller, design);
    const pdf = await upload(seller, "terms.pdf", "application/pdf", await samples.pdf());
    const [one, two] = [await picture(seller), await picture(seller)];
    for (const fileId of [pdf.id, one, two, one]) await call("addMedia", { gigId, fileId }, seller);
    const shown = await house.ok<SellerGig>("gigs.getGig", { id: gigId }, { headers: market.site.visitor });
    assert.deepEqual(
      shown.media.map(({ fileId, kind }) => [fileId, kind]),
      [
        [pdf.id, "document"],
        [one, "picture"],
        [two, "picture"],
      ],
    );
    assert.equal(shown.cover?.fileId, one);
    for (const { url } of shown.media) assert.equal(await opens(url), 200);
    assert.equal(await opens(shown.cover?.previewUrl ?? ""), 200);
    await call("sortMedia", { gigId, fileIds: [two, pdf.id, one] }, seller);
    const sorted = await call("getSellerGig", { id: gigId }, seller);
    assert.deepEqual([sorted.cover?.fileId, sorted.media[1]?.fileId], [two, pdf.id]);
    const text = await upload(seller, "note.txt", "text/plain", Buffer.from("Hello"));
    assert.equal(text.status, 415);
  });

  it("400 an order that leaves one out, or names one twice; 404 somebody else's file", async () => {
    const [seller, other] = [await market.join(), await market.join()];
    const { id: gigId } = await market.draft(seller, design);
    const [one, two, theirs] = [await picture(seller), await picture(seller), await picture(other)];
    for (const fileId of [one, two]) await call("addMedia", { gigId, fileId }, seller);
    for (const fileIds of [[one], [one, one], [one, two, theirs], [one, theirs]])
      assert.equal(await refused("sortMedia", { gigId, fileIds }, seller), "400 request.invalid_input");
    assert.equal(await refused("addMedia", { gigId, fileId: theirs }, seller), "404 request.not_found");
    assert.equal(await refused("addMedia", { gigId, fileId: theirs }, other), "404 request.not_found");
    assert.equal(await refused("removeMedia", { gigId, fileId: theirs }, seller), "404 request.not_found");
  });

  it("409 a thirteenth file", async () => {
    const seller = await market.join();
    const { id: gigId } = await market.draft(seller, design);
    for (let count = 0; count < 12; count++)
      await call("addMedia", { gigId, fileId: await picture(seller) }, seller);
    const fileId = await picture(seller);
    assert.equal(await refused("addMedia", { gigId, fileId }, seller), "409 gigs.too_many_media");
  });

  it("a file goes with the last gig that shows it", async () => {
    const seller = await market.join();
    const { id: gigId } = await market.draft(seller, design);
    const [kept, spare] = [await picture(seller), await picture(seller)];
    for (const fileId of [kept, spare]) await call("addMedia", { gigId, fileId }, seller);
    const copy = await call("duplicateGig", { id: gigId }, seller);
    assert.deepEqual(
      copy.media.map(({ fileId }) => fileId),
      [kept, spare],
    );
    await call("removeMedia", { gigId: copy.id, fileId: spare }, seller);
    await call("deleteGig", { id: gigId }, seller);
    const { media } = await call("getSellerGig", { id: copy.id }, seller);
    assert.deepEqual(
      media.map(({ fileId }) => fileId),
      [kept],
    );
    const status = async (id: string) =>
      (await house.request(`/api/v1/files/${id}`, { headers: seller.headers })).status;
    assert.deepEqual([await status(kept), await status(spare)], [200, 404]);
    await call("deleteGig", { id: copy.id }, seller);
    assert.equal(await status(kept), 404);
  });
});

import { randomUUID } from "node:crypto";
import { type TestHouse } from "../house.ts";
import { type Headers } from "./callers.ts";
import { picture } from "./upload.ts";
import { type Item, type Ok } from "./world.ts";

interface Gig extends Item {
  readonly packages: readonly Item[];
}

/** Makes the coach a seller with gigs in every state, a file of one of them, and a tree of categories; answers their ids. */
export async function gigRows(
  ok: Ok,
  house: TestHouse,
  {
    word,
    coach,
    server,
  }: {
    readonly word: string;
    readonly coach: { readonly id: string; readonly headers: Headers };
    readonly server: Headers;
  },
) {
  const note = `${word} application`;
  const applied = await ok("people.applyForRole", { role: "seller", note }, coach.headers);
  await ok("people.approveApplication", { id: applied.id }, server);
  const branch = async (kind: string) =>
    ok("gigs.createCategory", { slug: `${word}-${kind}`, names: { en: `${word} ${kind}` } }, server);
  const [category, spareCategory, oldCategory] = [
    await branch("main"),
    await branch("spare"),
    await branch("old"),
  ];
  await ok("gigs.archiveCategory", { id: oldCategory.id }, server);

  const draft = async (kind: string): Promise<Gig> => {
    const about = { title: `${word} ${kind} gig`, description: `${word} description `.repeat(3) };
    const { id } = await ok(
      "gigs.createGig",
      { ...about, tags: [word], categoryId: category.id },
      coach.headers,
    );
    const tier = { gigId: id, tier: "basic", title: `${word} basic`, amountMinor: 10_000, deliveryDays: 3 };
    return ok<Gig>("gigs.createPackage", tier, coach.headers);
  };
  const open = async (kind: string) =>
    ok<Gig>("gigs.publishGig", { id: (await draft(kind)).id }, coach.headers);

  const [gig, openGig, weakGig] = [await open("main"), await open("open"), await open("weak")];
  const [badGig, refusedGig] = [await open("bad"), await open("refused")];
  await ok("gigs.rejectGig", { id: refusedGig.id, reason: `${word} reason` }, server);
  const [draftGig, spareGig] = [await draft("new"), await draft("spare")];
  const standard = {
    gigId: spareGig.id,
    tier: "standard",
    title: `${word} standard`,
    amountMinor: 20_000,
    deliveryDays: 5,
  };
  const { packages } = await ok<Gig>("gigs.createPackage", standard, coach.headers);
  const gigFile = await picture(
    house.house.url,
    { name: `${word} gig.png`, purpose: "gigs.media" },
    coach.headers,
  );
  await ok("gigs.addMedia", { gigId: gig.id, fileId: gigFile }, coach.headers);
  // News of the seller's approval reaches the gigs a moment later.
  await house.until("the gig to be found", async () => {
    const { items } = await ok<{ items: Item[] }>("gigs.listGigs", { sellerId: coach.id }, server);
    return items.some(({ id }) => id === gig.id);
  });
  await house.until("the gig to be found by its words", async () => {
    const { items } = await ok<{ items: Item[] }>("gigs.searchGigs", { q: word }, server);
    return items.some(({ id }) => id === gig.id);
  });
  const searched = { id: randomUUID(), kind: "gigs", text: `${word} search`, found: 1 };
  await ok("insights.noteSearch", searched, coach.headers);
  const { items: searches } = await ok<{ items: Item[] }>("gigs.listSearches", {}, coach.headers);
  return {
    gigSearch: searches[0]!.id,
    category: category.id,
    spareCategory: spareCategory.id,
    oldCategory: oldCategory.id,
    gig: gig.id,
    gigPackage: gig.packages[0]!.id,
    sparePackage: packages[1]!.id,
    gigFile,
    openGig: openGig.id,
    weakGig: weakGig.id,
    badGig: badGig.id,
    refusedGig: refusedGig.id,
    draftGig: draftGig.id,
    spareGig: spareGig.id,
  };
}

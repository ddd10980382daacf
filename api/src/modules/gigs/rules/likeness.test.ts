import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { type Alike, likedOf, likeness } from "./likeness.ts";

const gig = (categoryId: string | null, tags: string[] = [], words: string[] = []): Alike => ({
  categoryId,
  tags,
  words,
});

const three = ["a", "b", "c"];
const five = [...three, "d", "e"];

describe("how much two gigs are alike", () => {
  for (const [what, one, other, expected] of [
    ["nothing", gig("logo"), gig("web"), 0],
    ["no category in two drafts", gig(null), gig(null), 0],
    ["the category", gig("logo"), gig("logo"), 3],
    ["two tags", gig("logo", ["a", "b", "c"]), gig("web", ["c", "a"]), 2],
    ["five tags, of which three count", gig("x", five), gig("y", five), 3],
    ["a word of the title, once", gig("x", [], ["hand", "hand"]), gig("y", [], ["hand"]), 1],
    [
      "everything",
      gig("logo", three, ["drawn", "by", "hand"]),
      gig("logo", three, ["drawn", "by", "hand"]),
      9,
    ],
  ] as const)
    it(`${what}: ${expected}`, () => {
      assert.equal(likeness(one, other), expected);
      assert.equal(likeness(other, one), expected);
    });
});

describe("what somebody may like", () => {
  const [logo, brand, web, song] = [
    gig("logo", ["vector"]),
    gig("logo", ["brand"]),
    gig("web", ["vector"]),
    gig("music"),
  ];
  const all = [song, web, brand, logo];

  it("nothing without a sign", () => assert.deepEqual(likedOf(all, { views: [], searches: [] }), []));

  it("the most alike to what they looked at first, and why", () => {
    const seen = gig("logo", ["vector"]);
    const liked = likedOf(all, { views: [seen], searches: [] });
    assert.deepEqual(
      liked.map((each) => each.gig),
      [logo, brand, web],
    );
    assert.deepEqual(liked[0]?.because, { kind: "viewed", gig: seen });
  });

  it("what they looked at last says more than what they looked at before", () => {
    const [late, early] = [gig("music"), gig("web")];
    const liked = likedOf([web, song], { views: [late, early], searches: [] });
    assert.deepEqual(
      liked.map((each) => each.gig),
      [song, web],
    );
  });

  it("the reason is what says most; what was searched for counts beside", () => {
    const search = { kind: "searched", text: "song", found: [song, web] } as const;
    const liked = likedOf(all, { views: [gig("web", ["vector"])], searches: [search] });
    assert.deepEqual(
      liked.map((each) => [each.gig, each.because.kind]),
      [
        [web, "viewed"],
        [song, "searched"],
        [logo, "viewed"],
      ],
    );
  });
});

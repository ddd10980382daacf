import assert from "node:assert/strict";
import { test } from "node:test";
import { missingFrom } from "../../api/src/modules/gigs/rules/completeness.ts";
import { cover } from "../../examples/gig-market/cover.ts";
import { catalogue } from "../../examples/gig-market/catalogue/catalogue.ts";
import { sellers } from "../../examples/gig-market/sellers/sellers.ts";
import { qiaojiang } from "./qiaojiang.ts";

const han = /\p{Script=Han}/u;

test("sixty gigs of twenty-five sellers, none of whom has nothing to sell", () => {
  assert.equal(catalogue.length, 60);
  assert.equal(sellers.length, 25);
  const selling = new Set(catalogue.map(({ seller }) => seller));
  assert.deepEqual([...selling].toSorted(), sellers.map(({ slug }) => slug).toSorted());
  assert.equal(qiaojiang.market?.gigs.length, 60);
});

test("no two gigs share an address, a title, a description or a cover", () => {
  const kinds = {
    slug: catalogue.map(({ slug }) => slug),
    title: catalogue.map(({ title }) => title),
    description: catalogue.map(({ description }) => description),
    cover: catalogue.map((gig) => cover(...gig.cover, gig.slug)),
  };
  for (const [kind, all] of Object.entries(kinds)) assert.equal(new Set(all).size, 60, kind);
});

test("everything a buyer reads is Chinese", () => {
  for (const { slug, title, description, packages, extras = [], questions = [] } of catalogue) {
    const asked = questions.flatMap((question) => (typeof question === "string" ? [question] : question));
    const read = [title, description, ...packages.flatMap(([name, words]) => [name, words]), ...asked];
    for (const text of [...read, ...extras.map(([name]) => name)])
      assert.match(text, han, `${slug}: ${text}`);
  }
  for (const { slug, name, line, bio } of sellers)
    for (const text of [name, line, bio]) assert.match(text, han, slug);
});

test("a larger package costs more and comes with all of the smaller one", () => {
  for (const { slug, packages } of catalogue) {
    assert.ok(packages.length >= 1 && packages.length <= 3, slug);
    for (const [at, [, , yuan, , , features]] of packages.entries()) {
      const [, , before = 0, , , fewer = []] = packages[at - 1] ?? [];
      assert.ok(yuan > before, slug);
      const missing = fewer.filter((feature) => !features.includes(feature));
      assert.deepEqual(missing, [], slug);
    }
  }
});

test("nothing that is needed to publish a gig is missing", () => {
  for (const { slug, title, description, packages } of catalogue)
    assert.deepEqual(missingFrom({ title, description, packages, hasCategory: true }), [], slug);
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { type Candidate } from "../rules/coaching.ts";
import { Pool } from "../rules/pool.ts";
import { KeptPools } from "./kept-pools.ts";

const coach: Candidate = {
  id: "a",
  languages: [],
  countries: [],
  expertise: null,
  price: null,
  week: null,
  rating: null,
  ratingCount: 0,
  load: null,
  isNewcomer: false,
  reciprocity: null,
};
const poolOf = (people: number): Pool => new Pool(Array.from({ length: people }, () => coach));

test("a pool is found by its site and its very version", () => {
  const kept = new KeptPools(10);
  const pool = poolOf(2);
  kept.keep("one", "v1", pool);
  assert.equal(kept.find("one", "v1"), pool);
  assert.equal(kept.find("one", "v2"), null);
  assert.equal(kept.find("two", "v1"), null);
});

test("the sites that asked longest ago make room, and a larger pool than may be kept is not", () => {
  const kept = new KeptPools(10);
  for (const site of ["one", "two", "three"]) kept.keep(site, "v1", poolOf(3));
  kept.find("one", "v1");
  kept.keep("four", "v1", poolOf(3));
  assert.deepEqual(
    ["one", "two", "three", "four"].filter((site) => kept.find(site, "v1")),
    ["one", "three", "four"],
  );
  kept.keep("five", "v1", poolOf(11));
  assert.equal(kept.find("five", "v1"), null);
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { sectionAt } from "./routes.ts";

const id = "0192d3a4-5b6c-7d8e-9f01-23456789abcd";

const placeOf = (path: string) => {
  const found = sectionAt(path);
  return found && [found.section.path, found.rest];
};

test("an address is a section, a page of its own or a row of it", () => {
  assert.deepEqual(placeOf("/"), ["/", ""]);
  assert.deepEqual(placeOf("/orders"), ["/orders", ""]);
  assert.deepEqual(placeOf("/orders/"), ["/orders", ""]);
  assert.deepEqual(placeOf(`/orders/${id}`), ["/orders", id]);
  assert.deepEqual(placeOf("/gigs/levels"), ["/gigs", "levels"]);
  assert.deepEqual(placeOf(`/moderation/${id.toUpperCase()}`), ["/moderation", id.toUpperCase()]);
});

test("there is nothing at any other address", () => {
  for (const path of [
    "/nowhere",
    "/ordersx",
    "/moderation/anything",
    "/members/1",
    "/bookings/levels",
    `/gigs/${id}/more`,
    `/webhooks/${id}0`,
    // No version of an id begins with 0 or 9.
    "/orders/0192d3a4-5b6c-0d8e-9f01-23456789abcd",
    `/payouts/${id}`,
    "/settings/brand",
  ])
    assert.equal(sectionAt(path), null, path);
});

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { randomUUID } from "node:crypto";
import { TestHouse } from "../../../../test/house.ts";
import { makeKey } from "../key-format.ts";

let house: TestHouse;

before(async () => {
  house = await TestHouse.open({ works: false, variables: { ADMIN_URL: "https://office.example/app" } });
});
after(() => house.close());

const { token: key } = makeKey("publishable", { id: randomUUID(), isSandbox: false });

/** The page needs no site: the widget in it asks with the key, and is refused when the site does not know it. */
const ask = (changes: Record<string, string> = {}) => {
  const query = { key, offer: randomUUID(), language: "ar", scheme: "dark", ...changes };
  return house.request(`/preview/booking?${new URLSearchParams(query).toString()}`);
};

test("200 a page of the widget, for a frame of the admin app alone, that nothing can be pressed in", async () => {
  const answer = await ask();
  assert.equal(answer.status, 200);
  const page = await answer.text();
  assert.match(page, /<html lang="ar" dir="rtl" data-scheme="dark">/);
  assert.match(page, /<tessera-booking offer="[\w-]+" inert>/);
  const policy = answer.headers.get("content-security-policy") ?? "";
  assert.match(policy, /frame-ancestors https:\/\/office\.example;/);
  assert.match(policy, /script-src 'self';.*connect-src 'self';.*trusted-types lit-html/);
});

test("400 what is no publishable key, offer, language or look, so that nothing of the address stands in the page", async () => {
  const wrong = { key: '"><script>', offer: "x", language: 'en"', scheme: "blue", other: "1" };
  for (const [name, value] of Object.entries(wrong)) {
    const answer = await ask({ [name]: value });
    assert.equal(answer.status, 400, name);
    assert.match(answer.headers.get("content-type") ?? "", /json/);
  }
  const secret = await ask({ key: key.replace("pk_", "sk_") });
  assert.equal(secret.status, 400);
});

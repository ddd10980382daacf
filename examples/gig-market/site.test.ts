import assert from "node:assert/strict";
import { createServer } from "node:http";
import { type AddressInfo } from "node:net";
import { after, before, test } from "node:test";
import { siteListener } from "../server.ts";
import { catalogue } from "./catalogue/catalogue.ts";
import { marketSite } from "./site.ts";

const idOf = (at: number) => `0195a000-0000-7000-8000-0000000000${String(at).padStart(2, "0")}`;

const server = createServer(
  siteListener(marketSite, {
    apiUrl: "http://127.0.0.1:4000",
    publishableKey: "pk_test_key",
    hosts: {},
    gigs: Object.fromEntries(catalogue.map(({ slug }, at) => [slug, idOf(at)])),
  }),
);
let url: string;

before(async () => {
  await new Promise<void>((ready) => void server.listen(0, "127.0.0.1", ready));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
after(() => server.close());

test("200 every page a link of the site leads to", async () => {
  const seen = new Set(["/"]);
  for (const path of seen) {
    const answer = await fetch(url + path);
    assert.equal(answer.status, 200, path);
    if (!answer.headers.get("content-type")?.startsWith("text/html")) continue;
    for (const [, link = ""] of (await answer.text()).matchAll(/ (?:href|src)="(\/[^"#]*)/g)) seen.add(link);
  }
  assert.ok(seen.has("/services"), [...seen].join(" "));
});

test("200 every gig's page, under the name the site knows it by and under its id", async () => {
  for (const [at, { slug, title }] of catalogue.entries()) {
    for (const called of [slug, idOf(at)]) {
      const html = await (await fetch(`${url}/services/${called}`)).text();
      assert.ok(html.includes(title), called);
      assert.ok(html.includes(`<tessera-gig gig="${idOf(at)}" gig-href="/services/{id}">`), called);
    }
    const drawn = await fetch(`${url}/covers/${slug}.svg`);
    assert.equal(drawn.headers.get("content-type"), "image/svg+xml", slug);
  }
});

test("200 the page of a gig that a seller added later", async () => {
  const answer = await fetch(`${url}/services/${idOf(99)}`);
  assert.equal(answer.status, 200);
  assert.ok((await answer.text()).includes(`<tessera-gig gig="${idOf(99)}" gig-href="/services/{id}">`));
});

test("404 for a gig nobody knows", async () => {
  assert.equal((await fetch(`${url}/services/nothing-like-it`)).status, 404);
});

import assert from "node:assert/strict";
import { createServer } from "node:http";
import { type AddressInfo } from "node:net";
import { after, before, test } from "node:test";
import { coaches } from "./coaching/coaches/coaches.ts";
import { coachingSite } from "./coaching/site.ts";
import { siteListener } from "./server.ts";

const server = createServer(
  siteListener(coachingSite, {
    apiUrl: "http://127.0.0.1:4000",
    publishableKey: "pk_test_key",
    hosts: Object.fromEntries(coaches.map(({ slug }) => [slug, `id-of-${slug}`])),
  }),
);
let url: string;

before(async () => {
  await new Promise<void>((ready) => void server.listen(0, "127.0.0.1", ready));
  const { port } = server.address() as AddressInfo;
  url = `http://127.0.0.1:${port}`;
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
  assert.ok(seen.size >= coaches.length * 2 + 5, [...seen].join(" "));
});

test("200 every coach's page, under the name the site knows them by and under their id", async () => {
  for (const { slug, name, locale } of coaches) {
    for (const path of [slug, `id-of-${slug}`]) {
      const html = await (await fetch(`${url}/coaches/${path}`)).text();
      assert.match(html, new RegExp(`<h1>${name}</h1>`), path);
      assert.match(
        html,
        new RegExp(`<html lang="${locale}" dir="${locale === "ar" ? "rtl" : "ltr"}">`),
        path,
      );
    }
  }
});

test("the texts say how many coaches, zones and questions there are", async () => {
  const home = await (await fetch(url)).text();
  assert.equal(coaches.length, 40);
  assert.equal(new Set(coaches.map(({ timeZone }) => timeZone)).size, 12);
  assert.match(home, /forty coaches in twelve time zones/);
  assert.equal(home.match(/<li>\s*<a href="\/coaches\//g)?.length, 40);
  const prices = coaches.map(({ session: { amountMinor, currency } }) => `${amountMinor / 100} ${currency}`);
  assert.match(home, /from 30 US dollars for forty minutes\s+to 280 euros/);
  for (const named of ["30 USD", "280 EUR"]) assert.ok(prices.includes(named), named);
});

test("200 a coach's page names the host and shows the two lines it took", async () => {
  const html = await (await fetch(`${url}/coaches/lin-mei`)).text();
  assert.match(html, /<html lang="zh-CN" dir="ltr">/);
  assert.match(html, /<tessera-booking host="id-of-lin-mei"><\/tessera-booking>/);
  assert.match(
    html,
    /<script type="module" src="http:\/\/127\.0\.0\.1:4000\/widgets\/v1\/tessera\.js" data-key="pk_test_key">/,
  );
  assert.match(html, /&#60;tessera-booking host=&#34;id-of-lin-mei&#34;&#62;/);
});

test("200 the policy lets nothing in but the site and Tessera", async () => {
  const policy = (await fetch(url)).headers.get("content-security-policy") ?? "";
  assert.match(policy, /default-src 'none'/);
  assert.match(policy, /require-trusted-types-for 'script'/);
  assert.doesNotMatch(policy, /unsafe|\*|data:|script-src 'self'/);
});

test("200 a page with a script of the site's own allows that and no more", async () => {
  const answer = await fetch(`${url}/react`);
  const policy = answer.headers.get("content-security-policy") ?? "";
  assert.match(policy, /script-src 'self' http:\/\/127\.0\.0\.1:4000;/);
  assert.doesNotMatch(policy, /unsafe|\*|data:/);
  const script = await fetch(`${url}/react.js`);
  assert.equal(script.headers.get("content-type"), "text/javascript; charset=utf-8");
  assert.match(await script.text(), /tessera-booking/);
});

test("304 a file the browser has", async () => {
  const etag = (await fetch(`${url}/northlight.css`)).headers.get("etag") ?? "";
  const again = await fetch(`${url}/northlight.css`, { headers: { "If-None-Match": etag } });
  assert.equal(again.status, 304);
});

test("404 what is not there, and what is not of the site", async () => {
  for (const path of [
    "/coaches/nobody",
    "/server.ts",
    "/..%2fserver.ts",
    "/pages/index.html",
    "/portraits/x.svg",
  ]) {
    const answer = await fetch(url + path);
    assert.equal(answer.status, 404, path);
    assert.match(await answer.text(), /somewhere else/, path);
  }
});

test("405 anything but reading", async () => {
  assert.equal((await fetch(url, { method: "POST" })).status, 405);
});

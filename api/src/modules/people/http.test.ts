import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { TestHouse, type TestSite } from "../../../test/house.ts";
import { newId } from "../../platform/ids.ts";
import { wallClock } from "../../platform/clock.ts";
import { type ProfileChange } from "./profile/change-profile.ts";
import { buildPerson } from "./testing.ts";

const mara: ProfileChange = {
  name: "Mara <b>Lindqvist</b>",
  headline: `"Leads" & 'listens'`,
  bio: "First paragraph.\n\n<script>alert(1)</script>",
  expertise: ["Career change", "Delegating"],
  languages: ["en", "sv"],
  countries: ["SE"],
  fromAmountMinor: 9000,
  fromCurrency: "EUR",
  ratingAverage: 4.83,
  ratingCount: 31,
};

describe("the plain pages of people", () => {
  let house: TestHouse;
  let site: TestSite;
  let other: TestSite;
  let maraId: string;
  let strangerId: string;
  before(async () => {
    house = await TestHouse.open({ works: false });
    const settings = {
      tenancy: { siteUrl: "https://northlight.example/home", locales: ["en", "zh-CN", "ar"] },
    };
    [site, other] = await Promise.all([house.site("Northlight", settings), house.site()]);
    maraId = await house.within(site.live, (scope) => buildPerson(scope, mara));
    for (let at = 1; at <= 24; at++)
      await house.within(site.live, (scope) =>
        buildPerson(scope, { name: `Person ${at}`, languages: ["fr"] }),
      );
    strangerId = await house.within(other.live, (scope) => buildPerson(scope, { name: "Stranger" }));
  });
  after(() => house.close());

  const fetched = async (
    path: string,
    {
      key = site.keys.publishableKey,
      headers = {},
      ...more
    }: Record<string, unknown> & { key?: string; headers?: Record<string, string> } = {},
  ) => {
    const query = new URLSearchParams({ key, ...(more as Record<string, string>) });
    const response = await house.request(`/snapshots/people${path}?${query.toString()}`, { headers });
    return { response, status: response.status, html: await response.text() };
  };

  it("200 a list with name, price, rating and languages, twenty and a link to the next", async () => {
    const { response, status, html } = await fetched("");
    assert.equal(status, 200);
    assert.match(response.headers.get("content-type") ?? "", /^text\/html/);
    assert.equal(response.headers.get("cache-control"), "public, max-age=60, stale-while-revalidate=600");
    assert.match(response.headers.get("content-security-policy") ?? "", /default-src 'none'/);
    for (const part of ["From €90", "Rated 4.8 of 5, reviews: 31", "English, Swedish", "Listed: 25"])
      assert.ok(html.includes(part), part);
    assert.equal(html.match(/<li>/g)?.length, 20);
    const next = /<a rel="next" href="([^"]+)"/.exec(html)?.[1]?.replaceAll("&amp;", "&");
    const second = await (await house.request(next ?? "")).text();
    assert.equal(second.match(/<li>/g)?.length, 5);
    assert.ok(!second.includes('rel="next"'));
  });

  it("200 narrowed like the list of the API, and refused like it", async () => {
    assert.ok(!(await fetched("", { language: "fr" })).html.includes("Lindqvist"));
    assert.ok((await fetched("", { language: "de" })).html.includes("Nobody fits this."));
    for (const wrong of [
      { language: "french" },
      { limit: "0" },
      { cursor: "x" },
      { more: "1" },
      { sort: "price" },
    ])
      assert.equal((await fetched("", wrong)).status, 400, JSON.stringify(wrong));
  });

  it("lets nothing written into a profile become markup", async () => {
    for (const { html } of [await fetched(""), await fetched(`/${maraId}`)]) {
      assert.ok(html.includes("Mara &lt;b&gt;Lindqvist&lt;/b&gt;"));
      assert.ok(html.includes("&quot;Leads&quot; &amp; &#39;listens&#39;"));
      assert.ok(!html.includes("<script") && !html.includes("<b>"));
    }
  });

  it("200 a person with places and words, and the way to everybody", async () => {
    const { html } = await fetched(`/${maraId}`);
    for (const part of ["Works in: Sweden", "First paragraph.", "Career change, Delegating", "Everybody"])
      assert.ok(html.includes(part), part);
  });

  it("404 somebody of another site, nobody, and who is hidden", async () => {
    const hidden = await house.within(site.live, (scope) => buildPerson(scope, { isListed: false }));
    for (const id of [strangerId, newId(wallClock()), hidden])
      assert.equal((await fetched(`/${id}`)).status, 404, id);
    assert.equal((await fetched("/nobody")).status, 400);
    assert.ok(!(await fetched("")).html.includes("Stranger"));
    assert.ok((await fetched("", { key: other.keys.publishableKey })).html.includes("Stranger"));
  });

  it("reads the site from the address alone, as a cache does", async () => {
    const headers = { "Tessera-Key": other.keys.publishableKey, ...other.server };
    const { html } = await fetched("", { headers });
    assert.ok(html.includes("Lindqvist") && !html.includes("Stranger"));
    assert.equal((await house.request("/snapshots/people", { headers })).status, 400);
    assert.equal((await fetched("", { key: "pk_live_unknown" })).status, 401);
  });

  it("links to the site's own pages and never elsewhere", async () => {
    const { html } = await fetched("", { link: "/coaches/{id}" });
    assert.ok(html.includes(`href="https://northlight.example/coaches/${maraId}"`));
    for (const link of ["https://evil.example/{id}", "//evil.example/{id}", "javascript:alert('{id}')"]) {
      const { html: safe } = await fetched("", { link });
      assert.ok(safe.includes(`href="/snapshots/people/${maraId}?`), link);
      assert.ok(!/href="(https:)?\/\/evil|href="javascript/.test(safe), link);
    }
  });

  it("speaks the languages of the site", async () => {
    const chinese = await fetched("", { locale: "zh-CN" });
    assert.match(chinese.html, /<html lang="zh-CN" dir="ltr">/);
    assert.ok(chinese.html.includes("语言：英语、瑞典语"));
    assert.match((await fetched("", { locale: "ar" })).html, /<html lang="ar" dir="rtl">/);
    assert.match((await fetched("", { locale: "xx" })).html, /<html lang="en"/);
  });

  it("leaves no bug behind", () => assert.deepEqual(house.bugs, []));
});

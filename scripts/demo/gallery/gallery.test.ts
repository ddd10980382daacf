import assert from "node:assert/strict";
import { createServer } from "node:http";
import { type AddressInfo } from "node:net";
import { after, before, test } from "node:test";
import { type Browser, chromium, type Page } from "playwright-core";
import { allScenes } from "../../../widgets/states/all.ts";
import { findChromium } from "../../chromium.ts";
import { barriersOn } from "../../journeys/accessible.ts";
import { buildWidgets } from "../../widgets/build.ts";
import { widgetDeclarations } from "../../widgets/declarations.ts";
import { galleryListener } from "./listener.ts";

let browser: Browser;
let url: string;
const server = createServer(galleryListener());

before(async () => {
  await buildWidgets();
  browser = await chromium.launch(await findChromium());
  await new Promise<void>((ready) => void server.listen(0, "127.0.0.1", ready));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
after(async () => {
  await browser?.close();
  server.close();
  server.closeAllConnections();
});

/** Opens an address and collects what the page complains of. */
async function open(path: string, width = 1280): Promise<{ page: Page; complaints: string[] }> {
  const page = await browser.newPage({ viewport: { width, height: 900 } });
  const complaints: string[] = [];
  page.on("pageerror", ({ message }) => complaints.push(message));
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) complaints.push(message.text());
  });
  await page.goto(url + path);
  return { page, complaints };
}

test("every tag of the manifest has states, and a section with all it offers", async () => {
  const { page, complaints } = await open("/");
  for (const { tagName, events, cssParts, cssProperties, attributes } of widgetDeclarations()) {
    const section = page.locator(`section#${tagName}`);
    const scenes = allScenes.find(({ tag }) => tag === tagName)?.scenes ?? [];
    assert.ok(scenes.length > 8, tagName);
    assert.equal(await section.locator("iframe").count(), scenes.length, tagName);
    const told = (await section.locator("details").textContent()) ?? "";
    for (const { name } of [...events, ...cssParts, ...cssProperties, ...attributes])
      assert.ok(told.includes(name), `${tagName} ${name}`);
  }
  assert.deepEqual(complaints, []);
});

for (const width of [320, 1280]) {
  test(`the page is without barriers at ${width} px, and as wide as the window`, async () => {
    const { page } = await open("/", width);
    for (const summary of await page.locator("summary").all()) await summary.click();
    assert.equal(await page.evaluate("document.documentElement.scrollWidth - innerWidth"), 0);
    // Widgets are judged by their own tests, in three languages.
    await page.evaluate("for (const frame of document.querySelectorAll('iframe')) frame.remove()");
    assert.deepEqual(await barriersOn(page), []);
  });
}

test("states are drawn when they come near, in the language and colours that are chosen", async () => {
  const { page } = await open("/");
  const first = page.frameLocator("section#tessera-account iframe >> nth=0");
  await first.locator("#email").waitFor();
  const loaded = () => page.frames().filter((frame) => frame.url().includes("/scene/")).length;
  assert.ok(loaded() < 60, String(loaded()));
  await page.getByRole("link", { name: "العربية" }).click();
  await first.locator(".root[dir=rtl] #email").waitFor();
  await page.getByRole("link", { name: "Dark" }).click();
  await first.locator(".root[dir=rtl] #email").waitFor();
  assert.match(page.url(), /lang=ar.*scheme=dark|scheme=dark.*lang=ar/);
});

for (const { tag, scenes } of allScenes) {
  test(`${tag}: the built widget is in its first state and in its last own one, under a strict policy`, async () => {
    for (const [at, { state }] of [...scenes.entries()].filter(
      ([at]) => at === 0 || at === scenes.length - 7,
    )) {
      const { page, complaints } = await open(`/scene/${tag}/${at}?lang=zh-CN`);
      await page.locator(`${tag}[state=${state}]`).waitFor({ state: "attached" });
      assert.deepEqual(complaints, [], String(at));
      await page.close();
    }
  });
}

test("404 what is not there, and what is not built", async () => {
  for (const path of [
    "/scene/tessera-booking/999",
    "/scene/nothing/0",
    "/widgets/v1/..%2f..%2fpackage.json",
    "/page.ts",
  ])
    assert.equal((await fetch(url + path)).status, 404, path);
});

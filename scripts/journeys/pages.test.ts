import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { connectBrowser } from "@tessera/sdk/browser";
import { type Browser } from "playwright-core";
import { barriersOn } from "./accessible.ts";
import { mailTo, type RunningDemo, startDemo } from "./running-demo.ts";
import { countShifts, readThrough } from "./shifts.ts";
import { openBrowser, visit } from "./visitor.ts";

let demo: RunningDemo;
let browser: Browser;

before(async () => {
  demo = await startDemo("pages");
  browser = await openBrowser();
});
after(async () => {
  await browser?.close();
  await demo?.stop();
});

const paths = [
  "",
  "/coaches",
  "/coaches/lena-brandt",
  "/coaches/lin-mei",
  "/coaches/omar-haddad",
  "/quiz",
  "/matches",
  "/account",
  "/for-coaches",
  "/gone",
];

for (const colorScheme of ["light", "dark"] as const) {
  for (const width of [320, 1280]) {
    test(`the site's pages have no barriers and fit, ${colorScheme} at ${width} px`, () =>
      visit(browser, { colorScheme, viewport: { width, height: 900 } }, async ({ page }) => {
        for (const path of paths) {
          await page.goto(demo.coaching.siteUrl + path);
          const widget = page.locator("tessera-booking");
          if (await widget.count()) {
            await widget.scrollIntoViewIfNeeded();
            await widget.locator("[part~=button]").first().waitFor();
          }
          assert.deepEqual(await barriersOn(page), [], path);
          const tooWide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
          assert.ok(tooWide <= 0, `${path} is ${tooWide} px too wide`);
        }
      }));
  }
}

for (const { width, isLate } of [
  { width: 320, isLate: true },
  { width: 320, isLate: false },
  { width: 768, isLate: false },
  { width: 1280, isLate: false },
  { width: 2560, isLate: false },
]) {
  const when = isLate ? ", though Tessera's script comes late" : "";
  test(`nothing on the site's pages jumps, sticks out or comes from elsewhere at ${width} px${when}`, () =>
    visit(browser, { viewport: { width, height: 900 } }, async ({ page, origins }) => {
      await countShifts(page);
      if (isLate) {
        await page.route("**/tessera.js", async (route) => {
          await sleep(400);
          await route.continue();
        });
      }
      for (const path of paths) {
        await page.goto(demo.coaching.siteUrl + path);
        await readThrough(page);
        const { shifts, tooWide } = await page.evaluate(() => ({
          shifts: window.shifts,
          tooWide: document.documentElement.scrollWidth - innerWidth,
        }));
        assert.deepEqual(shifts, [], `${path} moves`);
        assert.ok(tooWide <= 0, `${path} is ${tooWide} px too wide`);
      }
      const asked = [demo.file.apiUrl, demo.coaching.siteUrl];
      assert.deepEqual([...origins].toSorted(), asked.toSorted());
    }));
}

for (const width of [320, 1280]) {
  test(`nothing moves below a widget that asks somebody to sign in or invites them, at ${width} px`, () =>
    visit(browser, { viewport: { width, height: 900 } }, async ({ page }) => {
      await countShifts(page);
      for (const name of ["hours", "bookings", "wallet", "notifications", "account", "match"]) {
        // A page with little of its own; what it shows is then the widget and a line below it.
        await page.goto(`${demo.coaching.siteUrl}/gone`);
        await page.waitForLoadState();
        await page.evaluate((tag) => {
          const widget = document.createElement(tag);
          widget.setAttribute("quiz-href", "/quiz");
          document.body.replaceChildren(widget, "Below");
        }, `tessera-${name}`);
        await readThrough(page);
        assert.deepEqual(await page.evaluate(() => window.shifts), [], `${name} moves`);
      }
    }));
}

for (const { locale, colorScheme } of [
  { locale: "en", colorScheme: "light" },
  { locale: "zh-CN", colorScheme: "dark" },
  { locale: "ar", colorScheme: "light" },
] as const) {
  test(`the team's door and first page have no barriers, ${locale}, ${colorScheme}`, () =>
    visit(browser, { locale, colorScheme }, async ({ page }) => {
      const { email = "", password = "" } = demo.coaching.logins["owner"] ?? {};
      await page.goto(demo.file.adminUrl);
      await page.locator("#email").press("Enter");
      await page.locator("#email-problem").waitFor();
      assert.deepEqual(await barriersOn(page), []);
      await page.locator("#email").fill(email);
      await page.locator("#password").fill(password);
      await page.locator("#password").press("Enter");
      await page.locator("pre").waitFor();
      await page.locator(".person-menu summary").click();
      assert.deepEqual(await barriersOn(page), []);
    }));
}

test("the outbox has no barriers, empty and with a mail, and a mail runs no script", () =>
  visit(browser, {}, async ({ page }) => {
    const to = "someone@mail.example";
    await page.goto(`${demo.file.outboxUrl}?to=${to}`);
    await page.getByText("No mail yet").waitFor();
    assert.deepEqual(await barriersOn(page), []);
    const { apiUrl: url } = demo.file;
    const { client } = connectBrowser({ url, key: demo.coaching.publishableKey, remember: "memory" });
    await client.identity.requestCode({ email: to });
    const { id, text } = await mailTo(demo, to);
    await page.goto(`${demo.file.outboxUrl}/${id}`);
    await page.getByRole("heading", { level: 2 }).waitFor();
    assert.match(text, /\b\d{6}\b/);
    assert.deepEqual(await barriersOn(page), []);
    const policy = (await fetch(`${demo.file.outboxUrl}/${id}`)).headers.get("content-security-policy") ?? "";
    assert.match(policy, /default-src 'none'/);
    assert.doesNotMatch(policy, /script-src/);
  }));

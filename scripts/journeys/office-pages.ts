import assert from "node:assert/strict";
import { before, test } from "node:test";
import { connectServer } from "@tessera/sdk";
import { type BrowserContextOptions } from "playwright-core";
import { barriersOn } from "./accessible.ts";
import { buySession } from "./bought-session.ts";
import { dialogOf, enterOffice, type Office, section } from "./office.ts";
import { visit } from "./visitor.ts";

let office: Office;
let paths: string[];

const looks: Readonly<Record<string, BrowserContextOptions>> = {
  "in English, light": {},
  "in Chinese, dark, at 320 px": {
    locale: "zh-CN",
    colorScheme: "dark",
    viewport: { width: 320, height: 700 },
  },
  "in Arabic, at 768 px": { locale: "ar", viewport: { width: 768, height: 900 } },
  "in Arabic, dark, at 2560 px": {
    locale: "ar",
    colorScheme: "dark",
    viewport: { width: 2560, height: 1400 },
  },
};

/** Every page in several languages and sizes, and the keyboard. */
export function pages(opened: () => Office): void {
  before(async () => {
    office = opened();
    const { orderId, bookingId, memberId } = await buySession(office.demo, {
      email: "pia@pages.example",
      name: "Pia Pages",
      coach: "lena",
    });
    const { integrations } = connectServer({
      url: office.demo.file.apiUrl,
      secretKey: office.demo.coaching.secretKey,
    });
    const endpoint = await integrations.createEndpoint({ url: "https://ledger.example/hook" });
    const { id } = await integrations.testEndpoint({ id: endpoint.id });
    paths = [
      "/",
      "/bookings",
      `/bookings/${bookingId}`,
      "/orders",
      `/orders/${orderId}`,
      "/payments",
      "/payouts",
      "/credits",
      "/members",
      `/members/${memberId}`,
      "/applications",
      "/searches",
      "/gigs",
      "/gigs/categories",
      "/gigs/levels",
      "/mails",
      "/mails/suppressions",
      "/moderation",
      "/moderation/rules",
      "/moderation/files",
      "/webhooks",
      `/webhooks/${id}`,
      "/keys",
      "/connections",
      "/team",
      "/plan",
      "/audit",
      "/settings",
      "/nowhere",
    ];
  });

  for (const [look, options] of Object.entries(looks)) {
    test(`every page ${look}: nothing stands in anybody's way, nothing is wider than the screen`, () =>
      visit(office.browser, options, async ({ page }) => {
        await enterOffice(office.demo, page, options.locale);
        for (const path of paths) {
          await page.goto(office.demo.file.adminUrl + path);
          await page.locator("main h1").waitFor();
          assert.equal(await page.locator("html").getAttribute("lang"), options.locale ?? "en");
          await page.waitForFunction(() => !document.querySelector("main [aria-busy=true]"));
          assert.deepEqual(await barriersOn(page), [], path);
          const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
          assert.ok(over <= 0, `${path} is ${over} px too wide`);
        }
      }));
  }

  test("by keyboard alone: past the navigation, into a section, a dialog and back to where it was opened", () =>
    visit(office.browser, {}, async ({ page }) => {
      await enterOffice(office.demo, page);
      await page.goto(office.demo.file.adminUrl);
      await page.locator("main h1").waitFor();
      await page.keyboard.press("Tab");
      assert.equal(await page.locator(":focus").textContent(), "Skip to the content");
      await page.keyboard.press("Enter");
      assert.equal(await page.locator(":focus").getAttribute("id"), "content");
      await page.getByRole("navigation").getByRole("link", { name: "API keys" }).focus();
      await page.keyboard.press("Enter");
      await page.getByRole("heading", { name: "API keys" }).waitFor();
      assert.equal(await page.locator(":focus").getAttribute("id"), "content");
      await page.keyboard.press("Tab");
      assert.equal(
        await page
          .locator(":focus")
          .textContent()
          .then((text) => text?.trim()),
        "Create a key",
      );
      await page.keyboard.press("Enter");
      await dialogOf(page).waitFor();
      assert.equal(await page.locator(":focus").getAttribute("name"), "name");
      await page.keyboard.press("Escape");
      await dialogOf(page).waitFor({ state: "detached" });
      assert.equal(
        await page
          .locator(":focus")
          .textContent()
          .then((text) => text?.trim()),
        "Create a key",
      );
    }));

  test("shortcuts: g and a letter goes to a section, / to the search, ? tells them all", () =>
    visit(office.browser, {}, async ({ page }) => {
      await enterOffice(office.demo, page);
      await page.keyboard.press("?");
      await dialogOf(page).getByText("Bookings").waitFor();
      assert.deepEqual(await barriersOn(page), []);
      await page.keyboard.press("Escape");
      await dialogOf(page).waitFor({ state: "detached" });
      await page.keyboard.press("g");
      await page.keyboard.press("m");
      await page.getByRole("heading", { name: "Members" }).waitFor();
      await page.getByLabel("Name or e-mail").waitFor();
      await page.keyboard.press("/");
      assert.equal(await page.locator(":focus").getAttribute("name"), "search");
      await page.keyboard.type("gb?");
      assert.equal(await page.getByLabel("Name or e-mail").inputValue(), "gb?");
      await section(page, "Members");
    }));
}

import assert from "node:assert/strict";
import { before, test } from "node:test";
import { connectServer } from "@tessera/sdk";
import { type Page } from "playwright-core";
import { buySession } from "./bought-session.ts";
import { confirm, countEffort, dialogOf, type Effort, enterOffice, type Office, section } from "./office.ts";
import { visit } from "./visitor.ts";

const ada = { name: "Ada Berg", email: "ada@tasks.example" };

let office: Office;
let orderId: string;

const server = () =>
  connectServer({ url: office.demo.file.apiUrl, secretKey: office.demo.coaching.secretKey });

/**
 * Does a task and holds it to a bound. A bound is one click to the section, one for the thing, one for what is to be done and
 * one to confirm it; a step more is named beside it. Typing is not counted, keys that are no typing are.
 */
function task(
  name: string,
  most: Effort,
  work: (page: Page) => Promise<void>,
  prepare: () => Promise<void> = async () => {},
): void {
  test(`${name}: ${most.clicks} clicks and ${most.keys} keys at most`, async (context) => {
    await prepare();
    await visit(office.browser, {}, async ({ page }) => {
      await enterOffice(office.demo, page);
      const effortOf = await countEffort(page);
      await work(page);
      const spent = await effortOf();
      context.diagnostic(`${name}: ${spent.clicks} clicks, ${spent.keys} keys`);
      assert.ok(spent.clicks <= most.clicks && spent.keys <= most.keys, JSON.stringify(spent));
    });
  });
}

/** Five tasks of a team member, each held to a bound of clicks. */
export function tasks(opened: () => Office): void {
  before(async () => {
    office = opened();
    ({ orderId } = await buySession(office.demo, { ...ada, coach: "lena" }));
    await buySession(office.demo, {
      email: "other@tasks.example",
      name: "Olga Other",
      coach: "lena",
      nth: 4,
    });
  });

  // Section, field, then Enter.
  task("find a booking by e-mail", { clicks: 2, keys: 1 }, async (page) => {
    await section(page, "Bookings");
    await page.getByLabel("Client").click();
    await page.keyboard.type(ada.email);
    await page.keyboard.press("Enter");
    await page.getByRole("status").getByText("All rows shown: 1").waitFor();
    await page.getByRole("cell", { name: ada.name }).waitFor();
  });

  // From the booking that was found: the booking, the action, the reason; Tab goes from the amount to the reason.
  task("refund part", { clicks: 5, keys: 2 }, async (page) => {
    await section(page, "Bookings");
    await page.getByLabel("Client").click();
    await page.keyboard.type(ada.email);
    await page.keyboard.press("Enter");
    await page.getByRole("status").getByText("All rows shown: 1").waitFor();
    await page.locator("tbody a").first().click();
    await page.getByRole("button", { name: "Refund a part" }).click();
    const amount = page.getByLabel(/^Amount/);
    await amount.waitFor();
    assert.equal(await page.locator(":focus").getAttribute("name"), "amountMinor");
    await page.keyboard.type("30.00");
    await page.keyboard.press("Tab");
    await page.keyboard.type("Half of the session was lost to a broken line");
    await confirm(page, "Refund a part");
    await page.getByText("€30.00 refund", { exact: false }).first().waitFor();
    const { refundedMinor } = await server().orders.getOrder({ id: orderId });
    assert.equal(refundedMinor, 3000);
  });

  let failedId: string;

  // The overview already counts it: that number, the delivery, again, yes.
  task(
    "replay a failed webhook",
    { clicks: 4, keys: 0 },
    async (page) => {
      await page.getByRole("link", { name: /Webhooks that failed/ }).click();
      await page.locator("tbody a").first().click();
      await page.getByRole("button", { name: "Send again" }).click();
      await confirm(page, "Send again");
      await office.sink.waitFor((received) => received.find(({ headers }) => headers["webhook-id"]));
    },
    async () => {
      office.sink.status = 410;
      const { integrations } = server();
      const { id } = await integrations.createEndpoint({
        url: office.sink.url,
        description: "Ledger",
        // Nothing of the other tasks may fail beside it.
        eventNames: ["member.changed"],
      });
      ({ id: failedId } = await integrations.testEndpoint({ id }));
      await until(async () => (await integrations.getDelivery({ id: failedId })).state === "failed");
      await integrations.updateEndpoint({ id, state: "active" });
      office.sink.status = 200;
      office.sink.received.length = 0;
    },
  );

  test("the replayed webhook has arrived", () =>
    until(async () => (await server().integrations.getDelivery({ id: failedId })).state === "delivered"));

  // Section, replace, yes, and the copy of what is shown this once.
  task("roll a key without downtime", { clicks: 4, keys: 0 }, async (page) => {
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    await section(page, "API keys");
    await page
      .getByRole("row", { name: /Secret/ })
      .getByRole("button", { name: /^Replace/ })
      .first()
      .click();
    await dialogOf(page).getByRole("button", { name: "Replace" }).click();
    await dialogOf(page).getByRole("button", { name: "Copy" }).click();
    await dialogOf(page).getByRole("button", { name: "Copied" }).waitFor();
    const secretKey = await page.evaluate(() => navigator.clipboard.readText());
    assert.match(secretKey, /^sk_test_/);
    assert.notEqual(secretKey, office.demo.coaching.secretKey);
    for (const key of [secretKey, office.demo.coaching.secretKey]) {
      const { items } = await connectServer({
        url: office.demo.file.apiUrl,
        secretKey: key,
      }).identity.listMembers({
        limit: 1,
      });
      assert.equal(items.length, 1);
    }
  });

  // Section, the field with the colour and all of it chosen by a key, save; the preview follows while it is typed, the site's own pages after saving.
  task("change the brand colour and see it", { clicks: 3, keys: 1 }, async (page) => {
    await section(page, "Settings");
    const field = page.locator("#colour");
    await field.click();
    await page.keyboard.press("Control+a");
    await page.keyboard.type("#8a1c5c");
    for (const [look, surface] of [
      ["light", "rgb(255, 255, 255)"],
      ["dark", "rgb(22, 25, 31)"],
    ] as const) {
      const frame = page.frameLocator(`iframe[title='The booking calendar on a ${look} page']`);
      const chosen = frame.locator("tessera-booking [part~='chosen-day']");
      await chosen.waitFor();
      const worn = () => chosen.evaluate((day) => getComputedStyle(day).backgroundColor);
      await until(async () => (await worn()) === "rgb(138, 28, 92)");
      const card = frame.locator("tessera-booking [part~='card']");
      assert.equal(await card.evaluate((each) => getComputedStyle(each).backgroundColor), surface);
    }
    await page.getByText("Text on the colour 8.7 : 1").first().waitFor();
    await page.getByText("Below 3 : 1").waitFor();
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByText("Saved.").waitFor();
  });

  test("the site's own widgets wear the new colour", () =>
    visit(office.browser, {}, async ({ page }) => {
      const site = await server().tenancy.getSite({});
      assert.equal(site.brand.colour, "#8a1c5c");
      await page.goto(`${office.demo.coaching.siteUrl}/coaches/lena-brandt`);
      const widget = page.locator("tessera-booking");
      await widget.scrollIntoViewIfNeeded();
      // A page may choose an accent of its own; the brand is what the widget wears beneath it.
      const worn = () =>
        widget.evaluate(({ shadowRoot }) =>
          getComputedStyle(shadowRoot?.querySelector(".root") ?? document.body).getPropertyValue("--_brand"),
        );
      await until(async () => (await worn()).trim() === "#8a1c5c");
    }));
}

async function until(isSo: () => Promise<boolean>): Promise<void> {
  for (let attempt = 0; attempt < 200; attempt++) {
    if (await isSo()) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error("It did not come to that.");
}

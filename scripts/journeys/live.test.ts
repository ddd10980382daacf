import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { type Browser } from "playwright-core";
import { chooseTime, identify } from "./booking-steps.ts";
import { type RunningDemo, startDemo } from "./running-demo.ts";
import { serverOf } from "./sandbox.ts";
import { openBrowser, visit } from "./visitor.ts";

let demo: RunningDemo;
let browser: Browser;

before(async () => {
  demo = await startDemo("live");
  browser = await openBrowser();
});
after(async () => {
  await browser?.close();
  await demo?.stop();
});

const day = 86_400_000;

test("a session booked and cancelled in one browser comes and goes in another, without a reload", () =>
  visit(browser, {}, ({ page: here }) =>
    visit(browser, {}, async ({ page: elsewhere }) => {
      const { email = "", password = "" } = demo.coaching.logins["client"] ?? {};
      await here.goto(`${demo.coaching.siteUrl}/members`);
      await here.getByLabel("E-mail").fill(email);
      await here.getByLabel("Password").fill(password);
      await here.getByRole("button", { name: "Sign in" }).click();
      const sessions = here.locator("tessera-bookings");
      await sessions.getByText("You have no upcoming sessions.").waitFor();
      let loads = 0;
      here.on("load", () => loads++);

      const choice = { coach: "priya-raman", offer: /First conversation/, day: 3 };
      const widget = await chooseTime(demo, elsewhere, choice);
      await identify(demo, widget, { name: "Hanna Lindqvist", email });
      await widget.getByRole("button", { name: "Book this time" }).click();
      await widget.getByText("Your session is booked").waitFor();
      await sessions.locator("[part~=session]").getByText("Confirmed").waitFor();

      const meanwhile = await elsewhere.context().newPage();
      await meanwhile.goto(`${demo.coaching.siteUrl}/account`);
      await elsewhere.goto(`${demo.coaching.siteUrl}/account`);
      const own = elsewhere.locator("tessera-bookings");
      await own.locator("[data-deed=cancel]").click();
      await own.locator("dialog .yes").click();
      for (const shown of [own, meanwhile.locator("tessera-bookings"), sessions])
        await shown.getByText("You have no upcoming sessions.").waitFor();
      assert.equal(loads, 0);
    }),
  ));

test("a session moved elsewhere is shown at its new time, and what happened while the browser was offline when it is back", () =>
  visit(browser, {}, async ({ page }) => {
    const { email = "", password = "" } = demo.coaching.logins["client"] ?? {};
    const server = serverOf(demo);
    const memberId = (await server.identity.listMembers({ search: email })).items[0]?.id ?? "";
    const hostId = (await server.identity.listMembers({ search: "Priya Raman" })).items[0]?.id ?? "";
    const { items: offers } = await server.scheduling.listOffers({ hostIds: [hostId] });
    const { id: offerId = "", minutes = 0 } = offers.find(({ price }) => price.amountMinor === 0) ?? {};
    const from = new Date(Date.now() + 3 * day).toISOString();
    const until = new Date(Date.now() + 24 * day).toISOString();
    const { items } = await server.scheduling.listSlots({ offerIds: [offerId], from, until });
    const [first = "", , , later = ""] = items.flatMap(({ startsAt }) => startsAt);
    const client = serverOf(demo, memberId);
    const { id: holdId } = await client.scheduling.holdSlot({ offerId, startsAt: first });
    const { id } = await client.orders.placeOrder({ holdId });

    await page.goto(`${demo.coaching.siteUrl}/members`);
    await page.getByLabel("E-mail").fill(email);
    await page.getByLabel("Password").fill(password);
    await page.getByRole("button", { name: "Sign in" }).click();
    const session = page.locator("tessera-bookings [part~=session]");
    const shown = (startsAt: string) =>
      new Intl.DateTimeFormat("en", {
        timeStyle: "short",
        timeZone: "Europe/Stockholm",
      }).formatRange(Date.parse(startsAt), Date.parse(startsAt) + minutes * 60_000);
    await session.getByText(shown(first)).waitFor();
    let loads = 0;
    page.on("load", () => loads++);
    await server.orders.moveOrder({ id, startsAt: later });
    await session.getByText(shown(later)).waitFor();

    await page.context().setOffline(true);
    await client.orders.cancelOrder({ id });
    await page.waitForTimeout(500);
    assert.equal(await session.count(), 1);
    await page.context().setOffline(false);
    await page.locator("tessera-bookings").getByText("You have no upcoming sessions.").waitFor();
    assert.equal(loads, 0);
  }));

test("two tabs of one browser share one stream, and the second goes on when the first closes", () =>
  visit(browser, {}, async ({ page }) => {
    const { email = "", password = "" } = demo.coaching.logins["client"] ?? {};
    const context = page.context();
    const streams: string[] = [];
    context.on("request", (request) => {
      if (request.url().includes("/api/v1/stream") && request.method() === "GET") streams.push(request.url());
    });
    await page.goto(`${demo.coaching.siteUrl}/members`);
    await page.getByLabel("E-mail").fill(email);
    await page.getByLabel("Password").fill(password);
    await page.getByRole("button", { name: "Sign in" }).click();
    await page.locator("tessera-bookings").getByText("You have no upcoming sessions.").waitFor();
    while (streams.length === 0) await page.waitForTimeout(50);
    const second = await context.newPage();
    await second.goto(`${demo.coaching.siteUrl}/account`);
    await second.locator("tessera-bookings").getByText("You have no upcoming sessions.").waitFor();
    await second.waitForTimeout(1_000);
    assert.equal(streams.length, 1, streams.join("\n"));
    const next = context.waitForEvent("request", (request) =>
      request.url().includes("/api/v1/stream?since="),
    );
    await page.close();
    await next;
  }));

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { connectServer } from "@tessera/sdk";
import { type Browser } from "playwright-core";
import { type LoggedEvent } from "../../examples/backend/event-log.ts";
import { barriersOn } from "./accessible.ts";
import { chooseTime, identify } from "./booking-steps.ts";
import { type RunningDemo, startDemo } from "./running-demo.ts";
import { logged, untilLogged } from "./site-server.ts";
import { openBrowser, visit } from "./visitor.ts";

let demo: RunningDemo;
let browser: Browser;

before(async () => {
  demo = await startDemo("webhooks");
  browser = await openBrowser();
});
after(async () => {
  await browser?.close();
  await demo?.stop();
});

const isConfirmed = ({ type }: LoggedEvent) => type === "booking.confirmed";

test("a visitor books: the site's own server hears booking.confirmed, verified, exactly once", () =>
  visit(browser, {}, async ({ page }) => {
    const choice = { coach: "priya-raman", offer: /First conversation/, day: 1 };
    const widget = await chooseTime(demo, page, choice);
    await identify(demo, widget, { name: "Ada Berg", email: "ada@mail.example" });
    await widget.getByRole("button", { name: "Book this time" }).click();
    await widget.getByText("Your session is booked").waitFor();

    const event = await untilLogged(demo, "the booking", isConfirmed);
    assert.equal(event.verified, true);
    const { apiUrl: url } = demo.file;
    const { integrations, scheduling } = connectServer({ url, secretKey: demo.coaching.secretKey });
    const told = event.data as { id: string; state: string; title: string };
    const booking = await scheduling.getBooking({ id: told.id });
    assert.deepEqual([told.state, told.title], ["confirmed", booking.title]);

    await integrations.replayDelivery({ id: event.id });
    await untilLogged(demo, "the repeat", ({ id, deliveries }) => id === event.id && deliveries === 2);
    assert.equal((await logged(demo)).filter(isConfirmed).length, 1);

    await page.goto(demo.coaching.webhookLogUrl);
    await page.getByText("booking.confirmed").click();
    await page.getByText(event.id).waitFor();
    assert.deepEqual(await barriersOn(page), []);
  }));

test("a forged webhook is refused and changes nothing", async () => {
  const forged = await fetch(demo.coaching.webhookLogUrl, {
    method: "POST",
    headers: {
      "webhook-id": "forged",
      "webhook-timestamp": String(Math.floor(Date.now() / 1000)),
      "webhook-signature": "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
    },
    body: JSON.stringify({ type: "booking.confirmed", data: { id: "none" } }),
  });
  assert.equal(forged.status, 400);
  const entry = await untilLogged(demo, "the forged one", ({ id }) => id === "forged");
  assert.deepEqual([entry.verified, entry.type, entry.data], [false, null, null]);
});

test("somebody the site knows signs in with the site's password and is known to the widgets, in all of the site", () =>
  visit(browser, {}, async ({ page }) => {
    const { email = "", password = "" } = demo.coaching.logins["client"] ?? {};
    await page.goto(`${demo.coaching.siteUrl}/members`);
    await page.getByLabel("E-mail").fill(email);
    await page.getByLabel("Password").fill(password);
    assert.deepEqual(await barriersOn(page), []);
    await page.getByRole("button", { name: "Sign in" }).click();
    const sessions = page.locator("tessera-bookings");
    await sessions.getByRole("tab", { name: "Upcoming" }).waitFor();
    assert.deepEqual(await barriersOn(page), []);

    await page.getByRole("button", { name: "Sign out" }).click();
    await page.getByLabel("Password").waitFor();
    assert.equal(await page.evaluate(() => sessionStorage.length), 0);
  }));

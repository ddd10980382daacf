import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { type Browser, type Locator, type Page } from "playwright-core";
import { identify, payWith } from "./booking-steps.ts";
import { signInWithPassword } from "./member-steps.ts";
import { enterOffice, section } from "./office.ts";
import { answerQuiz } from "./quiz-steps.ts";
import { type Mail, mailTo, type RunningDemo, startDemo } from "./running-demo.ts";
import { passTime, serverOf } from "./sandbox.ts";
import { untilLogged } from "./site-server.ts";
import { keptBy, openBrowser, visit } from "./visitor.ts";

let demo: RunningDemo;
let browser: Browser;

before(async () => {
  demo = await startDemo("coaching");
  browser = await openBrowser();
});
after(async () => {
  await browser?.close();
  await demo?.stop();
});

const answers = {
  goal: "I was just promoted and lead my old colleagues for the first time. I do everything myself.",
  challenge: "Difficult conversations",
  language: "English",
  country: "Germany",
  budget: "150",
};

const email = "ada@mail.example";
const coachMail = "lena@northlight.example";
const isInvitation = ({ attachments }: Mail) => attachments.length > 0;

/** Checks the ten that are shown. Answers the address of the first. */
async function readMatches(page: Page): Promise<string> {
  const cards = page.locator("tessera-match [part~=match]");
  await cards.nth(9).waitFor();
  assert.equal(await cards.count(), 10);
  const scores = (await cards.locator(".score b").allInnerTexts()).map(Number);
  assert.equal(scores.length, 10);
  assert.ok(scores.every((score) => score > 0 && score <= 100));
  assert.ok((await cards.first().locator(".reasons li").count()) >= 6, "every factor has its reason");
  const link = cards.first().getByRole("link").first();
  return (await link.getAttribute("href")) ?? "";
}

/** Brings the page's booking widget into view. */
async function bookingOn(page: Page): Promise<Locator> {
  const widget = page.locator("tessera-booking");
  await widget.scrollIntoViewIfNeeded();
  return widget;
}

/** Looks at other pages and comes back to this one, by addresses, a reload and the browser's back. */
async function goAwayAndBack(page: Page): Promise<void> {
  const here = page.url();
  await page.goto(`${demo.coaching.siteUrl}/coaches`);
  await page.goto(here);
  await page.reload();
  await page.goto(`${demo.coaching.siteUrl}/for-coaches`);
  await page.goBack();
}

test("from a question to a paid session that both sides know of, in one browser", () =>
  visit(browser, { timezoneId: "America/Denver" }, async ({ page, origins }) => {
    const { siteUrl } = demo.coaching;
    await page.goto(siteUrl);
    await page.getByRole("main").getByRole("link", { name: "Find your coach" }).click();
    await page.locator("tessera-profile [data-heading]").waitFor();
    await answerQuiz(page, answers);

    await page.waitForURL("**/matches");
    const address = await readMatches(page);
    await goAwayAndBack(page);
    assert.equal(await readMatches(page), address, "the same list on the way back");
    await page.locator(`tessera-match a[href="${address}"]`).first().click();
    await page.getByRole("heading", { level: 1, name: "Lena Brandt" }).waitFor();

    const widget = await bookingOn(page);
    await widget.getByRole("button", { name: /Coaching session/ }).click();
    await widget.locator("[part~=page]").nth(1).click();
    await widget.locator("[part~=day]:not([aria-disabled=true])").nth(2).click();
    assert.match(await widget.locator("[part~=time-zone]").innerText(), /Denver/);
    await widget.locator("[part~=time]").nth(1).click();
    await widget.getByText(/Kept for you/).waitFor();
    const when = await widget.locator(".when").innerText();
    await goAwayAndBack(page);
    await bookingOn(page);
    await widget.getByText(/Kept for you/).waitFor();
    assert.equal(await widget.locator(".when").innerText(), when, "the hold is still there");

    await identify(demo, widget, { name: "Ada Berg", email });
    await widget.getByRole("button", { name: "Continue to payment" }).click();
    const pay = widget.getByRole("button", { name: /^Pay €120/ });
    await pay.waitFor();
    await goAwayAndBack(page);
    await bookingOn(page);
    await pay.click();
    await page.waitForURL(`${demo.file.apiUrl}/**`);
    await page.goto(address);
    await bookingOn(page);
    await pay.click();
    await payWith(demo, page, /is paid$/);

    await page.waitForURL(`${siteUrl}/**`);
    await bookingOn(page);
    await widget.getByText("Your session is booked").waitFor();
    await widget.getByText("The meeting opens 15 minutes before the start.").waitFor();
    await goAwayAndBack(page);
    await bookingOn(page);
    await widget.getByText("Your session is booked").waitFor();

    for (const to of [email, coachMail]) {
      const mail = await mailTo(demo, to, isInvitation);
      assert.match(mail.attachments[0]?.contentType ?? "", /^text\/calendar.*method=REQUEST/);
      assert.match(mail.attachments[0]?.content ?? "", /BEGIN:VEVENT[\s\S]*DTSTART/);
      for (const words of [/#tessera-manage=/, /\/meet\//]) assert.match(mail.html, words);
    }

    await page.goto(`${siteUrl}/account`);
    const sessions = page.locator("tessera-bookings");
    await sessions.getByText("Coaching session").first().waitFor();
    await page.goto(`${siteUrl}/matches`);
    assert.equal(await readMatches(page), address, "the quiz went along at sign-in");

    const asked = [demo.file.apiUrl, siteUrl];
    assert.deepEqual([...origins].toSorted(), asked.toSorted(), "nobody else is asked for anything");
    const { cookies, local, session } = await keptBy(page);
    assert.deepEqual({ cookies, local, session: session.length }, { cookies: [], local: [], session: 1 });
  }));

test("the site's own server hears of it, verified, and the team sees the order", async () => {
  const event = await untilLogged(demo, "the booking", ({ type }) => type === "booking.confirmed");
  assert.equal(event.verified, true);
  const [order] = (await serverOf(demo).orders.listOrders({})).items;
  const booking = await serverOf(demo).scheduling.getBooking({ id: order?.bookingId ?? "" });
  assert.equal((event.data as { id: string }).id, booking.id);
  assert.deepEqual([order?.state, booking.state], ["confirmed", "confirmed"]);
  assert.ok((await serverOf(demo).money.checkLedger()).isSound);
  await visit(browser, {}, async ({ page }) => {
    await enterOffice(demo, page);
    await section(page, "Orders");
    const row = page.getByRole("row").filter({ hasText: "Ada Berg" });
    await row.getByText("€120").waitFor();
    await row.getByRole("link").first().click();
    await page.getByText("Coaching session").first().waitFor();
  });
});

test("the coach signs in, sets hours and sees the session; both find the meeting when it is time", () =>
  visit(browser, {}, async ({ page }) => {
    const { siteUrl, logins } = demo.coaching;
    await page.goto(`${siteUrl}/for-coaches`);
    await signInWithPassword(page, logins["coach"] ?? { email: "", password: "" });

    const hours = page.locator("tessera-hours");
    await hours.scrollIntoViewIfNeeded();
    const saturday = hours.getByRole("region", { name: "Saturday" });
    await saturday.getByText("No hours").waitFor();
    await saturday.getByRole("button", { name: "Add hours on Saturday" }).click();
    await saturday.getByLabel("From").fill("10:00");
    await saturday.getByLabel("Until").fill("12:30");
    await hours.getByRole("button", { name: "Save hours" }).click();
    await hours.getByText("Your hours are saved.").first().waitFor();
    await page.reload();
    await hours.scrollIntoViewIfNeeded();
    await saturday.getByLabel("From").waitFor();
    assert.equal(await saturday.getByLabel("From").inputValue(), "10:00");

    await page.goto(`${siteUrl}/account`);
    const session = page.locator("tessera-bookings [part~=session]").filter({ hasText: "Coaching session" });
    await session.getByText("You host this session").waitFor();
    const [order] = (await serverOf(demo).orders.listOrders({})).items;
    const { startsAt } = await serverOf(demo).scheduling.getBooking({ id: order?.bookingId ?? "" });
    await passTime(demo, new Date(Date.parse(startsAt) - 10 * 60_000));
    await page.reload();
    await session.getByRole("button", { name: /^Join/ }).waitFor();
    const { url } = await serverOf(demo, order?.buyerId).scheduling.joinBooking({
      id: order?.bookingId ?? "",
    });
    assert.match(url, /\/meet\//);
  }));

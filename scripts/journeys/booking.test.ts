import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { type Browser, type Page } from "playwright-core";
import { chooseTime, identify, payWith, takeFirstTime } from "./booking-steps.ts";
import { type Mail, mailTo, type RunningDemo, startDemo } from "./running-demo.ts";
import { serverOf } from "./sandbox.ts";
import { keptBy, openBrowser, visit } from "./visitor.ts";
import { bytesOf, leaveOutChat, weigh } from "./weight.ts";

let demo: RunningDemo;
let browser: Browser;

before(async () => {
  demo = await startDemo("booking");
  browser = await openBrowser();
});
after(async () => {
  await browser?.close();
  await demo?.stop();
});

const coachMail = "lena@northlight.example";
const isInvitation = ({ attachments }: Mail) => attachments.length > 0;

test("a visitor books, pays, and both sides get the invitation", () =>
  visit(browser, {}, async ({ page, origins }) => {
    const email = "ada@mail.example";
    const choice = { coach: "lena-brandt", offer: /Coaching session/, day: 1 };
    const widget = await chooseTime(demo, page, choice);
    await identify(demo, widget, { name: "Ada Berg", email });
    await widget.getByRole("button", { name: "Continue to payment" }).click();
    await widget.getByRole("button", { name: /^Pay €120/ }).click();
    await payWith(demo, page, /is paid$/);

    await page.waitForURL(`${demo.coaching.siteUrl}/**`);
    await widget.getByText("Your session is booked").waitFor();
    for (const address of [email, coachMail]) {
      const { attachments } = await mailTo(demo, address, isInvitation);
      assert.match(attachments[0]?.contentType ?? "", /^text\/calendar.*method=REQUEST/);
      assert.match(attachments[0]?.content ?? "", /BEGIN:VEVENT[\s\S]*DTSTART/);
    }

    await page.reload();
    await widget.getByText("Your session is booked").waitFor();
    const asked = [demo.file.apiUrl, demo.coaching.siteUrl];
    assert.deepEqual([...origins].toSorted(), asked.toSorted(), "nobody else is asked for anything");
    const { cookies, local, session } = await keptBy(page);
    assert.deepEqual({ cookies, local, session: session.length }, { cookies: [], local: [], session: 1 });
  }));

test("from an empty cache to the confirmation the API sends 30 KiB at most, compressed as it sends them", () =>
  visit(browser, {}, async ({ page }) => {
    const received = await weigh(page, new URL(demo.file.apiUrl).origin);
    await leaveOutChat(page);
    const widget = await takeFirstTime(demo, page, { coach: "lena-brandt", offer: /Coaching session/ });
    await identify(demo, widget, { name: "Wim Eight", email: "wim@mail.example" });
    await widget.getByRole("button", { name: "Continue to payment" }).click();
    await widget.getByRole("button", { name: /^Pay/ }).click();
    await payWith(demo, page, /is paid$/);
    await page.waitForURL(`${demo.coaching.siteUrl}/**`);
    await widget.getByText("Your session is booked").waitFor();
    // The network is not quiet where the page has begun to listen for news.
    const isBack = () => received.some(({ what }) => what === "orders.redeemReturn");
    for (let looks = 0; looks < 300 && !isBack(); looks++) await sleep(100);
    const times = received.findIndex(({ what }) => what.endsWith("/slots"));
    const untilTimes = bytesOf(received.slice(0, times + 1));
    // What is asked again because a payment is confirmed late comes or not, by how busy the gateway is.
    const path = received.slice(0, received.findIndex(({ what }) => what === "orders.redeemReturn") + 1);
    const list = received.map(({ what, bytes }) => `${bytes} ${what}`).join("\n");
    assert.match(list, /core-.*booking-|booking-.*core-/s, "the cache was empty");
    assert.match(list, /identity\.signInWithCode[^]*orders\.redeemReturn/, "the whole path was walked");
    assert.ok(untilTimes <= 25_000, `${untilTimes} B until times are on screen:\n${list}`);
    assert.ok(bytesOf(path) <= 30 * 1024, `${bytesOf(path)} B for the whole path:\n${list}`);
  }));

test("back from the pay page before the gateway has told of it, the page says so and shows the session by itself", () =>
  visit(browser, {}, async ({ page }) => {
    const widget = await chooseTime(demo, page, { coach: "lena-brandt", offer: /Coaching session/, day: 2 });
    await identify(demo, widget, { name: "Ida Late", email: "ida@mail.example" });
    await widget.getByRole("button", { name: "Continue to payment" }).click();
    await widget.getByRole("button", { name: /^Pay €120/ }).click();
    await payWith(demo, page, /is paid$/, "20 seconds late");
    await page.waitForURL(`${demo.coaching.siteUrl}/**`);
    await widget.getByText("Your payment is being confirmed.").waitFor();
    assert.equal(await widget.getByRole("button", { name: /^Pay/ }).count(), 0, "nobody pays twice");
    await widget.getByText("Your session is booked").waitFor();
  }));

test("a free conversation needs no pay page, and is cancelled where it was booked", () =>
  visit(browser, { timezoneId: "Asia/Kolkata" }, async ({ page }) => {
    const email = "bo@mail.example";
    const choice = { coach: "priya-raman", offer: /First conversation/, day: 2 };
    const widget = await chooseTime(demo, page, choice);
    await identify(demo, widget, { name: "Bo Persson", email });
    await widget.getByRole("button", { name: "Book this time" }).click();
    await widget.getByText("Your session is booked").waitFor();
    assert.equal(new URL(page.url()).origin, demo.coaching.siteUrl);
    await mailTo(demo, email, isInvitation);

    await widget.getByRole("button", { name: "Cancel session" }).click();
    await widget.getByRole("dialog").getByRole("button", { name: "Cancel session" }).click();
    await widget.getByText("This session is cancelled").waitFor();
    const { attachments } = await mailTo(demo, email, ({ attachments: files }) =>
      /METHOD:CANCEL/.test(files[0]?.content ?? ""),
    );
    assert.match(attachments[0]?.content ?? "", /STATUS:CANCELLED/);
  }));

test("a declined card, the way back and a reload lose neither time nor person", () =>
  visit(browser, { viewport: { width: 390, height: 800 } }, async ({ page }) => {
    const email = "cy@mail.example";
    const choice = { coach: "marcus-okafor", offer: /Career session/, day: 1 };
    const widget = await chooseTime(demo, page, choice);
    await widget.getByText(/Kept for you/).waitFor();
    await page.reload();
    await identify(demo, widget, { name: "Cy Young", email });
    await widget.getByRole("button", { name: "Continue to payment" }).click();
    await widget.getByRole("button", { name: /^Pay/ }).click();
    await payWith(demo, page, /is declined$/);
    await page.getByText("The card was declined").waitFor();
    await page.goto(`${demo.coaching.siteUrl}/coaches`);
    await page.goto(`${demo.coaching.siteUrl}/coaches/marcus-okafor`);
    await widget.scrollIntoViewIfNeeded();
    await widget.getByRole("button", { name: /^Pay/ }).click();
    await payWith(demo, page, /is paid$/);
    await page.waitForURL(`${demo.coaching.siteUrl}/**`);
    await widget.scrollIntoViewIfNeeded();
    await widget.getByText("Your session is booked").waitFor();
    await mailTo(demo, email, isInvitation);
  }));

test("on a page written with React: the coach, the time and the booking are its state, through reload, pay page and back", () =>
  visit(browser, {}, async ({ page }) => {
    const email = "rea@mail.example";
    await page.goto(`${demo.coaching.siteUrl}/react`);
    const progress = page.getByRole("list", { name: "Your booking" });
    const people = page.locator("tessera-people");
    await people.getByRole("searchbox").fill("Lena Brandt");
    await people.locator("[data-person]").filter({ hasText: "Lena Brandt" }).getByText("Lena Brandt").click();
    const widget = page.locator("tessera-booking");
    await widget.getByRole("button", { name: /Coaching session/ }).click();
    await widget.locator("[part~=page]").nth(1).click();
    await widget.locator("[part~=day]:not([aria-disabled=true])").nth(3).click();
    await widget.locator("[part~=time]").nth(1).click();
    await progress.getByText("Kept for you:").waitFor();
    await page.reload();
    await identify(demo, widget, { name: "Rea Lind", email });
    await widget.getByRole("button", { name: "Continue to payment" }).click();
    await widget.getByRole("button", { name: /^Pay €120/ }).click();
    await payWith(demo, page, /is paid$/);
    await page.waitForURL(/\/react\?coach=[\w-]+$/);
    await widget.getByText("Your session is booked").waitFor();
    await progress.getByText("Booked:").waitFor();
    assert.equal(await page.title(), "Booked · Northlight Coaching");
    await mailTo(demo, email, isInvitation);

    await page.getByRole("button", { name: "All coaches" }).click();
    await people.locator("[data-person]").first().waitFor();
    await page.goBack();
    await widget.getByText("Your session is booked").waitFor();
    const mail = await mailTo(demo, email, ({ html }) => html.includes("#tessera-manage="));
    const link = /href="([^"]+\/react\?coach=[^"]+#tessera-manage=[^"]+)"/.exec(mail.html)?.[1] ?? "";
    await page.goto("about:blank");
    await page.goto(link.replaceAll("&amp;", "&"));
    await widget.getByText("Coaching session").waitFor();
  }));

test("a coach's page quotes what clients wrote, as the reviews have it, also for who runs no script", () =>
  visit(browser, { javaScriptEnabled: false }, async ({ page }) => {
    const { items } = await serverOf(demo).identity.listMembers({ search: coachMail });
    const personId = items[0]?.id ?? "";
    const { items: reviews } = await serverOf(demo, personId).reviews.listReviews({ personId });
    await page.goto(`${demo.coaching.siteUrl}/coaches/lena-brandt`);
    const shown = page.locator("figure");
    assert.deepEqual(
      await shown.locator("blockquote").allInnerTexts(),
      reviews.slice(0, 3).map(({ text }) => text),
    );
    for (const [at, { authorName }] of reviews.slice(0, 3).entries())
      assert.ok((await shown.nth(at).innerText()).includes(authorName));
  }));

test("two people cannot have one time", () =>
  visit(browser, {}, async ({ page: mine }) =>
    visit(browser, {}, async ({ page: theirs }) => {
      const choice = { coach: "sofia-almeida", offer: /^Session/, day: 0 };
      const chosen = async (page: Page) => {
        const widget = await chooseTime(demo, page, choice);
        await widget.getByLabel("E-mail").waitFor();
        return widget.locator(".when").innerText();
      };
      assert.notEqual(await chosen(mine), await chosen(theirs));
    }),
  ));

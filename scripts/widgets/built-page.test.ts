import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { chromium, type Browser } from "playwright-core";
import { booking, offer, order, session } from "../../widgets/test/coach.ts";
import { hostAnswers } from "../../widgets/test/host.ts";
import { aboutSession, corresponding } from "../../widgets/test/chat.ts";
import { memberAnswers } from "../../widgets/test/member.ts";
import { factors } from "../../widgets/test/quiz.ts";
import { type Answers } from "../../widgets/test/fake-api.ts";
import { findChromium } from "../chromium.ts";
import { buildWidgets, dist } from "./build.ts";
import { bookingTag, bookOnBuiltPage } from "./built-booking.ts";
import { type BuiltPage, openBuiltPage, shiftIn, snippet } from "./built-page.ts";

let browser: Browser;
before(async () => {
  await buildWidgets();
  browser = await chromium.launch(await findChromium());
});
after(() => browser.close());

const noComplaints = ({ complaints, strangers }: BuiltPage) =>
  assert.deepEqual({ complaints, strangers }, { complaints: [], strangers: [] });

test("a whole booking under a strict policy: no complaint, no stranger, one storage entry, within the weight", async () => {
  const { opened, untilTimes, whole } = await bookOnBuiltPage(browser);
  const { page, api, fetched } = opened;
  assert.deepEqual(opened.strangers.splice(0), ["https://pay.test/checkout"]);
  assert.equal(page.url(), "https://tenant.test/");
  assert.equal(await page.evaluate(() => sessionStorage.length), 1);
  assert.equal(await page.evaluate(() => localStorage.length + document.cookie.length), 0);
  assert.ok(api.calls.every(({ path }) => !path.includes("access-1")));
  assert.ok(fetched.every(({ url }) => !url.includes("refresh-1")));
  noComplaints(opened);
  // With the API's answers and the proof of work in it. Names of files and ids make the sums swing by some 50.
  assert.ok(untilTimes <= 22_900, `${untilTimes} B until times are on screen`);
  assert.ok(whole <= 30_000, `${whole} B for the whole path`);
});

test("a page may accept one release of the loader alone", async () => {
  const { src, integrity } = JSON.parse(readFileSync(join(dist, "integrity.json"), "utf8"));
  const pinned = (value: string) =>
    `<script type="module" src="https://api.test/widgets/v1/${src}" integrity="${value}" crossorigin="anonymous" data-key="pk_test_builtpage"></script>`;
  const opened = await openBuiltPage(browser, { body: bookingTag, script: pinned(integrity) });
  await opened.page.locator("button.time").first().waitFor();
  noComplaints(opened);
  const other = `sha384-${createHash("sha384").update("another file").digest("base64")}`;
  const refused = await openBuiltPage(browser, { body: bookingTag, script: pinned(other) });
  assert.deepEqual(refused.api.paths, []);
  assert.match(refused.complaints.join(), /integrity/);
});

test("a build keeps the files of the builds before it, for pages that were opened then", async () => {
  const [days, name] = [10, "panel-EARLIER2.txt"];
  const file = join(dist, name);
  // Not of a kind that an API starting meanwhile would read.
  writeFileSync(file, "");
  const written = Date.now() / 1000 - days * 86_400;
  utimesSync(file, written, written);
  await buildWidgets();
  assert.ok(existsSync(file));
  rmSync(file);
});

const linked: Answers = {
  "orders.getManagedOrder": () => ({
    side: "client",
    action: "move",
    isPossible: true,
    order: {
      id: order.id,
      number: order.number,
      state: "confirmed",
      totalMinor: 9000,
      currency: "EUR",
      proposal: null,
    },
    booking,
    refundMinor: null,
  }),
};

for (const width of [320, 1280, 2560]) {
  test(`a link out of a mail finds its widget on a page that has none any more, at ${width} px not edge to edge`, async () => {
    const opened = await openBuiltPage(browser, {
      body: "<main><h1>Thank you</h1></main>",
      answers: linked,
      width,
      hasMachineClock: true,
    });
    const { page } = opened;
    await page.waitForTimeout(1800);
    assert.equal(await page.locator("tessera-booking").count(), 0, "without a link nothing is added");
    await opened.go("/thanks?a=1#tessera-manage=token.of.the.link");
    await page.getByLabel("New time").waitFor();
    const box = await page.locator("main > tessera-booking").boundingBox();
    assert.ok(box && box.x >= 16 && box.x + box.width <= width - 16 && box.width <= 704, JSON.stringify(box));
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    assert.ok(overflow <= 0, `${overflow} px beyond the window`);
    noComplaints(opened);
  });
}

test("a page that draws its own widget, at once or later, has that one alone", async () => {
  const opened = await openBuiltPage(browser, { body: bookingTag, answers: linked, hasMachineClock: true });
  const { page } = opened;
  await opened.go("/again#tessera-manage=token.of.the.link");
  await page.getByLabel("New time").waitFor();
  await page.waitForTimeout(1800);
  assert.equal(await page.locator("tessera-booking").count(), 1);

  const late = await openBuiltPage(browser, { body: "<p>App</p>", answers: linked, hasMachineClock: true });
  await late.go("/again#tessera-manage=token.of.the.link");
  await late.page.getByLabel("New time").waitFor();
  await late.page.evaluate((offerId) => {
    const own = document.createElement("tessera-booking");
    own.setAttribute("offer", offerId);
    document.body.append(own);
  }, offer.id);
  await late.page.locator("tessera-booking[offer]").getByLabel("New time").waitFor();
  assert.equal(await late.page.locator("tessera-booking").count(), 1);
  noComplaints(late);
});

test("signing out leaves nothing in the tab", async () => {
  const opened = await openBuiltPage(browser, { body: bookingTag });
  const { page } = opened;
  await page.locator("button.time").first().click();
  await page.locator("#name").fill("Ada");
  await page.locator("#email").fill("ada@example.com");
  await page.keyboard.press("Enter");
  await page.locator("#code").fill("123456");
  await page.keyboard.press("Enter");
  await page.locator("button.pay").waitFor();
  await page.evaluate(async () => {
    const address: string = "https://api.test/widgets/v1/tessera.js";
    const { signOut } = await import(address);
    await signOut();
  });
  assert.equal(await page.evaluate(() => sessionStorage.length), 0);
});

test("nothing is loaded until a widget comes near, and then everything side by side", async () => {
  const opened = await openBuiltPage(browser, { body: `<p id="top">Top</p>`, head: "" });
  const { page, fetched } = opened;
  await page.waitForTimeout(300);
  assert.deepEqual(
    fetched.map(({ url }) => url),
    ["/widgets/v1/tessera.js"],
  );
  await page.evaluate((offerId) => {
    const element = document.createElement("tessera-booking");
    element.setAttribute("offer", offerId);
    document.body.append(element);
  }, offer.id);
  await page.locator("button.time").first().waitFor();
  const names = fetched.slice(1, 3).map(({ url }) => url.replace(/-[A-Z0-9]+\.js$/, ""));
  assert.deepEqual(names.toSorted(), ["/widgets/v1/booking", "/widgets/v1/core"]);
  noComplaints(opened);
});

test("a bubble costs its own file, counts for a member, and is the chat when it is pressed", async () => {
  const bubble = `<button data-tessera-opens="chat">Write to us</button><tessera-chat id="chat" display="bubble"></tessera-chat>`;
  const { answers, write } = corresponding();
  write(aboutSession.id);
  const site = { ...answers, "identity.exchangeToken": () => session };
  const stranger = await openBuiltPage(browser, { body: bubble, answers: site });
  await stranger.page.locator("#bubble").waitFor();
  await stranger.page.waitForTimeout(300);
  const names = (opened: BuiltPage) =>
    opened.fetched.map(({ url }) => url.replace(/^.*\/([a-z]+).*/, "$1")).filter((name) => name !== "rpc");
  assert.deepEqual(names(stranger), ["tessera", "bubble"]);
  noComplaints(stranger);

  const member = await openBuiltPage(browser, {
    body: bubble,
    answers: site,
    script: snippet(`data-member-token="a.token.of"`),
  });
  const { page } = member;
  await page.locator("#bubble[data-unread='1']").waitFor();
  assert.ok(!names(member).includes("chat"));
  await page.getByRole("button", { name: "Write to us" }).click();
  await page.locator("tessera-chat .conversation").first().waitFor();
  assert.equal(await page.evaluate(() => document.activeElement?.localName), "tessera-chat");
  await page.keyboard.press("Escape");
  await page.locator("tessera-chat .conversation").first().waitFor({ state: "hidden" });
  await page.locator("#bubble").click();
  await page.locator("tessera-chat .conversation").first().waitFor();
  assert.equal(await page.locator("#bubble").count(), 1);
  noComplaints(member);
});

test("the script twice, and beside another version: one page, no exception", async () => {
  const other = snippet().replace("tessera.js", "tessera.js?version=2");
  const opened = await openBuiltPage(browser, { body: bookingTag, script: snippet() + snippet() + other });
  await opened.page.locator("button.time").first().waitFor();
  assert.equal(opened.api.paths.filter((path) => path === "tenancy.getSite").length, 1);
  noComplaints(opened);
});

const memberToken = snippet(`data-member-token="signed-by-the-tenant"`);
const quizAnswers: Answers = { "people.getQuiz": () => ({ factors }) };
const signedInAnswers: Answers = { ...memberAnswers, "identity.exchangeToken": () => session };

for (const [what, body, shown, more] of [
  ["the booking widget", bookingTag, "button.time", {}],
  ["the way in", "<tessera-account></tessera-account>", "#email", {}],
  [
    "the account",
    "<tessera-account></tessera-account>",
    ".counts",
    { script: memberToken, answers: signedInAnswers },
  ],
  ...[320, 400, 600, 768, 1280, 2560].map(
    (width) =>
      [
        `the quiz at ${width} px`,
        "<tessera-profile></tessera-profile>",
        "[data-question]",
        { width, answers: quizAnswers },
      ] as const,
  ),
  ["the sessions of somebody who has to sign in", "<tessera-bookings></tessera-bookings>", "#email", {}],
  [
    "the hours",
    "<tessera-hours></tessera-hours>",
    ".time",
    { script: memberToken, answers: { ...hostAnswers, ...signedInAnswers } },
  ],
] as const) {
  test(`nothing on the page moves while ${what} comes`, async () => {
    const opened = await openBuiltPage(browser, {
      body: `<div>${body}</div><p>Below the widget</p>`,
      ...more,
    });
    const { page } = opened;
    await page.locator(shown).first().waitFor();
    await page.waitForTimeout(300);
    assert.equal(await shiftIn(page), 0);
    noComplaints(opened);
  });
}

test("what a page guards is not in it until somebody signs in", async () => {
  const body = `<tessera-account guard><template><p id="secret">For members</p></template></tessera-account>`;
  const opened = await openBuiltPage(browser, { body, answers: memberAnswers });
  const { page } = opened;
  await page.locator("#email").fill("ada@example.com");
  assert.equal(await page.locator("#secret").count(), 0);
  await page.keyboard.press("Enter");
  await page.locator("#code").fill("123456");
  await page.keyboard.press("Enter");
  await page.locator("#secret").waitFor();
  noComplaints(opened);
});

test("somebody sent here to sign in goes on to the page they wanted, never to another site", async () => {
  const body = "<tessera-account></tessera-account>";
  const enter = async (address: string) => {
    const opened = await openBuiltPage(browser, { body, answers: memberAnswers });
    const { page } = opened;
    await opened.go(address);
    await page.locator("#email").fill("ada@example.com");
    await page.keyboard.press("Enter");
    await page.locator("#code").fill("123456");
    await page.keyboard.press("Enter");
    await page.locator(".counts").waitFor();
    return page;
  };
  const wanted = await enter("/sign-in?tessera_to=%2Flessons%3Fpart%3D3%23top");
  await wanted.waitForURL("https://tenant.test/lessons?part=3#top");
  for (const foreign of ["https://evil.test/", "//evil.test/x", "javascript:alert(1)", "/\\\\evil.test"]) {
    const address = `/sign-in?tessera_to=${encodeURIComponent(foreign)}`;
    const page = await enter(address);
    await page.waitForTimeout(100);
    assert.equal(new URL(page.url()).pathname, "/sign-in", foreign);
  }
});

test("Chinese texts come with the widget, not after it", async () => {
  const opened = await openBuiltPage(browser, { body: bookingTag, lang: "zh-CN" });
  await opened.page.getByText("选择时间").waitFor({ state: "attached" });
  assert.ok(opened.fetched.some(({ url }) => url.includes("booking.texts.zh-cn")));
  noComplaints(opened);
});

test("a page's own attributes choose language and memory", async () => {
  const script = snippet(`data-locale="ar" data-session="memory"`);
  const opened = await openBuiltPage(browser, { body: bookingTag, script });
  const { page } = opened;
  await page.locator("button.time").first().click();
  await page.locator("#name").waitFor();
  assert.equal(await page.locator("tessera-booking .root").getAttribute("dir"), "rtl");
  assert.equal(await page.evaluate(() => sessionStorage.length), 0);
  noComplaints(opened);
});

test("a member token of the tenant's own server signs in, without a code", async () => {
  const opened = await openBuiltPage(browser, {
    body: bookingTag,
    script: snippet(`data-member-token="signed-by-the-tenant"`),
    answers: { "identity.exchangeToken": ({ token }) => sessionFor(token) },
  });
  const { page } = opened;
  await page.locator("button.time").first().click();
  await page.getByText("You are booking as Ada Byron").waitFor();
  noComplaints(opened);
});

test("a page that comes back from the browser's memory shows how things stand now", async () => {
  const opened = await openBuiltPage(browser, { body: bookingTag });
  const { page } = opened;
  await page.locator("button.time").first().click();
  await page.getByText("Kept for you").waitFor();
  await opened.go("/elsewhere");
  await page.goBack();
  await page.locator("#name").waitFor();
  assert.match((await page.locator(".kept").textContent()) ?? "", /Kept for you/);
});

function sessionFor(token: string) {
  assert.equal(token, "signed-by-the-tenant");
  return session;
}

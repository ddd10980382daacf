import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { type Browser, type Locator, type Page } from "playwright-core";
import { mailTo, type RunningDemo, startDemo } from "./running-demo.ts";
import { keptBy, newVisitor, openBrowser } from "./visitor.ts";

let demo: RunningDemo;
let browser: Browser;

before(async () => {
  [demo, browser] = await Promise.all([startDemo("booking"), openBrowser()]);
});
after(async () => {
  await browser?.close();
  await demo?.stop();
});

const coachMail = "lena@northlight.example";

/** Opens a coach's page and chooses the second time of a day. */
async function chooseTime(page: Page, offer: RegExp, day: number): Promise<Locator> {
  await page.goto(`${demo.coaching.siteUrl}/coaches/lena-brandt`);
  const widget = page.locator("tessera-booking");
  await widget.scrollIntoViewIfNeeded();
  await widget.getByRole("button", { name: offer }).click();
  await widget
    .getByRole("button", { name: /, \d+ times?$/ })
    .nth(day)
    .click();
  await widget.locator("[part~=time]").nth(1).click();
  return widget;
}

/** Gives name and e-mail, and the code from the mail. */
async function identify(widget: Locator, { name, email }: { name: string; email: string }): Promise<void> {
  await widget.getByLabel("Name", { exact: true }).fill(name);
  await widget.getByLabel("E-mail").fill(email);
  await widget.getByRole("button", { name: "Send code" }).click();
  const code = /\b\d{6}\b/.exec((await mailTo(demo, email)).text)?.[0] ?? "";
  await widget.getByLabel("Code from the mail").fill(code);
}

test("a visitor books, pays, and both sides get the invitation", async () => {
  const email = "ada@mail.example";
  const visitor = await newVisitor(browser);
  const { page } = visitor;
  const widget = await chooseTime(page, /Coaching session/, 1);
  await identify(widget, { name: "Ada Berg", email });
  await widget.getByRole("button", { name: "Continue to payment" }).click();
  await widget.getByRole("button", { name: /^Pay €120/ }).click();

  await page.waitForURL(`${demo.file.apiUrl}/**`);
  await page.getByLabel(/is paid$/).check();
  await page.getByRole("button", { name: /^Pay/ }).click();

  await page.waitForURL(`${demo.coaching.siteUrl}/**`);
  await widget.getByText("Your session is booked").waitFor();
  const confirmed = (mail: { attachments: readonly object[] }) => mail.attachments.length > 0;
  const [mine, theirs] = await Promise.all([
    mailTo(demo, email, confirmed),
    mailTo(demo, coachMail, confirmed),
  ]);
  for (const { attachments } of [mine, theirs]) {
    assert.match(attachments[0]?.contentType ?? "", /^text\/calendar.*method=REQUEST/);
    assert.match(attachments[0]?.content ?? "", /BEGIN:VEVENT[\s\S]*DTSTART/);
  }

  await page.reload();
  await widget.getByText("Your session is booked").waitFor();
  assert.deepEqual(visitor.complaints, []);
  assert.deepEqual(
    [...visitor.origins].toSorted(),
    [demo.file.apiUrl, demo.coaching.siteUrl].toSorted(),
    "nobody else is asked for anything",
  );
  const kept = await keptBy(page);
  assert.deepEqual({ ...kept, session: kept.session.length }, { cookies: [], local: [], session: 1 });
  await visitor.leave();
});

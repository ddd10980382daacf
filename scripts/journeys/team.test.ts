import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { connectServer } from "@tessera/sdk";
import { type Browser, type Page } from "playwright-core";
import { barriersOn } from "./accessible.ts";
import { mailTo, type RunningDemo, startDemo } from "./running-demo.ts";
import { inDatabase } from "./sandbox.ts";
import { keptBy, openBrowser, visit } from "./visitor.ts";

let demo: RunningDemo;
let browser: Browser;

before(async () => {
  demo = await startDemo("team");
  browser = await openBrowser();
});
after(async () => {
  await browser?.close();
  await demo?.stop();
});

async function signIn(page: Page, email: string, password: string): Promise<void> {
  await page.getByLabel("E-mail address").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.keyboard.press("Enter");
}

const owner = () => demo.coaching.logins["owner"] ?? { email: "", password: "" };

test("empty fields and a wrong password are told in place, by keyboard alone", () =>
  visit(browser, {}, async ({ page }) => {
    await page.goto(demo.file.adminUrl);
    await page.getByLabel("E-mail address").press("Enter");
    await page.getByText("Write your e-mail address.").waitFor();
    await page.getByText("Write your password.").waitFor();
    assert.equal(await page.locator(":focus").getAttribute("id"), "email");
    await page.keyboard.type("owner@northlight");
    await page.keyboard.press("Tab");
    await page.keyboard.type("not the password");
    await page.keyboard.press("Enter");
    await page.getByText("Write an e-mail address such as").waitFor();
    await signIn(page, owner().email, "not the password");
    await page.getByRole("alert").getByText("The e-mail address or the password is not right.").waitFor();
    assert.equal(await page.locator(":focus").getAttribute("id"), "password");
  }));

test("the app is served under a policy that lets in nothing but itself and the API", async () => {
  const answer = await fetch(`${demo.file.adminUrl}/any/address`);
  const policy = answer.headers.get("content-security-policy") ?? "";
  assert.match(policy, /default-src 'none'.*frame-ancestors 'none'.*require-trusted-types-for 'script'/);
  assert.match(policy, new RegExp(`connect-src ${demo.file.apiUrl};`));
  assert.doesNotMatch(policy, /unsafe/);
  const page = await answer.text();
  const [, file = ""] = /src="(\/files\/app-[A-Z0-9]{8}\.js)" integrity="sha384-/.exec(page) ?? [];
  const script = await fetch(demo.file.adminUrl + file);
  assert.match(script.headers.get("cache-control") ?? "", /immutable/);
  assert.equal((await fetch(`${demo.file.adminUrl}/files/app-00000000.js`)).status, 404);
  assert.equal((await fetch(demo.file.adminUrl, { method: "POST" })).status, 405);
});

test("the owner signs in, comes back to the wanted address, enters the test site and leaves", () =>
  visit(browser, {}, async ({ page, origins }) => {
    await page.goto(`${demo.file.adminUrl}/?from=mail`);
    await signIn(page, owner().email, owner().password);
    await page.getByRole("heading", { name: "Hello, Ingrid Solberg" }).waitFor();
    assert.equal(page.url(), `${demo.file.adminUrl}/?from=mail`);
    await page.getByText("pk_live_").waitFor();

    await page.locator(".site-menu summary").click();
    await page.getByRole("button", { name: "Northlight Coaching Test" }).click();
    await page.getByText("You are in the test site").waitFor();
    await page.getByText(demo.coaching.publishableKey).waitFor();
    await page.reload();
    await page.getByText("You are in the test site").waitFor();

    const { cookies, local, session } = await keptBy(page);
    assert.deepEqual({ cookies, local, session }, { cookies: [], local: [], session: ["tessera.admin"] });
    assert.deepEqual([...origins].toSorted(), [demo.file.apiUrl, demo.file.adminUrl].toSorted());

    await page.locator(".person-menu summary").click();
    await page.getByRole("button", { name: "Sign out" }).click();
    await page.getByRole("heading", { name: "Sign in" }).waitFor();
    await page.reload();
    await page.getByRole("heading", { name: "Sign in" }).waitFor();
  }));

test("a second tab takes the sign-in over, and both leave together", () =>
  visit(browser, {}, async ({ page }) => {
    await page.goto(demo.file.adminUrl);
    await signIn(page, owner().email, owner().password);
    await page.getByRole("heading", { name: "Hello, Ingrid Solberg" }).waitFor();
    const second = await page.context().newPage();
    await second.goto(demo.file.adminUrl);
    await second.getByRole("heading", { name: "Hello, Ingrid Solberg" }).waitFor();
    await second.locator(".person-menu summary").click();
    await second.getByRole("button", { name: "Sign out" }).click();
    await page.getByRole("heading", { name: "Sign in" }).waitFor();
  }));

test("the owner invites somebody, who joins by the mailed link with a new account, once", () =>
  visit(browser, {}, async ({ page }) => {
    const email = "nadia@team.example";
    await page.goto(`${demo.file.adminUrl}/team`);
    await signIn(page, owner().email, owner().password);
    await page.getByRole("button", { name: "Invite somebody" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("E-mail").fill(email);
    await dialog.getByRole("button", { name: "Invite somebody" }).click();
    await dialog.getByText(`The invitation is on its way to ${email}.`).waitFor();
    await dialog.getByRole("button", { name: "Done" }).click();
    await page.getByRole("region", { name: "Invitations" }).getByText("Not answered yet").waitFor();

    const { text } = await mailTo(demo, email);
    const link = /http\S+\/invitation#[\w.-]+/.exec(text)?.[0] ?? "";
    await visit(browser, {}, async ({ page: theirs }) => {
      await theirs.goto(link);
      await theirs.getByRole("heading", { name: "Join the team of" }).waitFor();
      await theirs.getByRole("button", { name: "Accept the invitation" }).click();
      await theirs.getByText("Write your name.").waitFor();
      await theirs.getByLabel("Your name").fill("Nadia New");
      await theirs.getByLabel("Password").fill("cobalt-meadow-52");
      await theirs.keyboard.press("Enter");
      await theirs.getByRole("heading", { name: "Hello, Nadia New" }).waitFor();
      assert.equal(theirs.url(), `${demo.file.adminUrl}/`);
      await theirs.goto(link);
      await theirs.getByText("This link was used or is too old.").waitFor();
    });
    await mailTo(demo, owner().email, (mail) => mail.text.includes(`Nadia New (${email})`));
    await page.reload();
    await page.getByRole("cell", { name: "Nadia New", exact: true }).waitFor();
  }));

test("the operator, who belongs to no site, signs in at the same door", () =>
  visit(browser, {}, async ({ page }) => {
    await page.goto(demo.file.adminUrl);
    await signIn(page, demo.file.operator.email, demo.file.operator.password);
    await page.getByText("You run this Tessera.").waitFor();
    await page.getByText("No incident has been recorded.").waitFor();
  }));

test("the operator sees what failed unexpectedly, how often and by which request, and what of it is over", () =>
  visit(browser, { viewport: { width: 320, height: 640 } }, async ({ page }) => {
    await inDatabase(demo, async (client) => {
      // A table that is away: the API fails as it would over a migration that was forgotten.
      await client.query("alter table session_offers rename to session_offers_away");
      const server = connectServer({ url: demo.file.apiUrl, secretKey: demo.coaching.secretKey });
      try {
        await assert.rejects(server.scheduling.listOffers({}));
        await assert.rejects(server.scheduling.listOffers({}));
      } finally {
        await client.query("alter table session_offers_away rename to session_offers");
      }
      // Every process writes down what it noted every five seconds.
      for (let tries = 0; ; tries += 1) {
        const { rows } = await client.query("select from bugs where place = 'scheduling.listOffers'");
        if (rows.length > 0) break;
        assert.ok(tries < 100, "the failure is noted");
        await new Promise((resolve) => setTimeout(resolve, 200));
      }
      await client.query(
        `insert into bugs (fingerprint, place, type, message, stack, count, first_at, last_at, last_request_id)
         values ('one of a job', 'orders.take_payment', 'TypeError', '<b>not markup</b>', 'at takePayment (modules/orders/jobs.ts)', 3, now(), now() - interval '1 day', 'r-7')`,
      );
      await client.query(
        `insert into alerts (id, rule, value, opened_at, ended_at)
         values (gen_random_uuid(), 'latency', 3000, now() - interval '1 hour', now()), (gen_random_uuid(), 'a_rule_of_tomorrow', 1, now(), null)`,
      );
    });
    await page.goto(demo.file.adminUrl);
    await page.locator("#email").fill(demo.file.operator.email);
    await page.locator("#password").fill(demo.file.operator.password);
    await page.keyboard.press("Enter");
    await page.getByRole("listitem").filter({ hasText: "Calls took long" }).getByText("Over").waitFor();
    await page
      .getByRole("listitem")
      .filter({ hasText: "a_rule_of_tomorrow" })
      .getByText("Not over yet")
      .waitFor();
    const row = page.getByRole("row", { name: /scheduling\.listOffers/ });
    await row.waitFor();
    assert.match(await row.innerText(), /relation … does not exist/);
    const older = page.getByRole("row", { name: /orders\.take_payment/ });
    await older.getByText("TypeError: <b>not markup</b>").waitFor();
    await older.getByText("Where in the code").click();
    await older.getByText("at takePayment (modules/orders/jobs.ts)").waitFor();
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 320);
    assert.deepEqual(await barriersOn(page), []);
  }));

for (const { locale, heading, dir } of [
  { locale: "zh-CN", heading: "登录", dir: "ltr" },
  { locale: "ar", heading: "تسجيل الدخول", dir: "rtl" },
]) {
  test(`the door speaks ${locale}, in the dark and on a narrow screen`, () =>
    visit(
      browser,
      { locale, colorScheme: "dark", viewport: { width: 320, height: 640 } },
      async ({ page }) => {
        await page.goto(demo.file.adminUrl);
        await page.getByRole("heading", { name: heading }).waitFor();
        const root = await page.evaluate(() => {
          const { lang, dir: direction, scrollWidth } = document.documentElement;
          return { lang, direction, scrollWidth };
        });
        assert.deepEqual(root, { lang: locale, direction: dir, scrollWidth: 320 });
      },
    ));
}

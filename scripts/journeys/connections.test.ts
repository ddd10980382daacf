import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { type Browser, type Page } from "playwright-core";
import { StripeServer } from "../../api/test/stripe-server.ts";
import { ZoomServer } from "../../api/test/zoom-server.ts";
import { barriersOn } from "./accessible.ts";
import { type RunningDemo, startDemo } from "./running-demo.ts";
import { openBrowser, visit } from "./visitor.ts";

let demo: RunningDemo;
let browser: Browser;
let stripe: StripeServer;
let zoom: ZoomServer;

before(async () => {
  [stripe, zoom] = await Promise.all([StripeServer.start(), new ZoomServer().open()]);
  process.env["STRIPE_URL"] = stripe.url;
  process.env["ZOOM_API_URL"] = process.env["ZOOM_LOGIN_URL"] = zoom.url;
  demo = await startDemo("connections");
  browser = await openBrowser();
});
after(async () => {
  await browser?.close();
  await demo?.stop();
  await Promise.all([stripe?.stop(), zoom?.stop()]);
});

/** Signs the owner in, in the test site, and opens the connections. */
async function open(page: Page): Promise<void> {
  const { email, password } = demo.coaching.logins["owner"]!;
  await page.goto(demo.file.adminUrl);
  await page.locator("#email").fill(email);
  await page.locator("#password").fill(password);
  await page.keyboard.press("Enter");
  await page.locator(".site-menu summary").click();
  await page.getByRole("button", { name: /Northlight Coaching Test/ }).click();
  await page.locator(`text=${demo.coaching.publishableKey}`).waitFor();
  await page.locator('nav a[href="/connections"]').click();
  await page.locator("#answering-title").waitFor();
}

test("the owner connects Stripe: wrong key, right key, endpoint, signing secret, test, disconnect", () =>
  visit(browser, {}, async ({ page, complaints }) => {
    await open(page);
    const dialog = page.getByRole("dialog");
    const press = (name: string) => dialog.getByRole("button", { name, exact: true }).click();
    await page.getByText("Test payments, built in").waitFor();
    await page.getByRole("button", { name: "Connect Stripe" }).click();
    await dialog.getByLabel("Secret key").fill("pk_test_12345678");
    await press("Connect");
    await dialog.getByText("A secret key begins with sk_test_").waitFor();
    await dialog.getByLabel("Secret key").fill("sk_live_12345678");
    await press("Connect");
    await dialog.getByText("A test site takes test credentials only.").waitFor();
    await dialog.getByLabel("Secret key").fill(stripe.secretKey);
    await press("Connect");
    await dialog.getByText("Stripe accepts the key. Add the webhook endpoint there").waitFor();
    assert.deepEqual(await barriersOn(page), []);
    await press("Done");

    const stripeEntry = page.getByRole("article", { name: "Stripe" });
    await stripeEntry.getByText("Not in use yet").waitFor();
    const hookUrl = (await stripeEntry.locator("pre").textContent()) ?? "";
    assert.match(hookUrl, /\/api\/v1\/hooks\/stripe\/[\w-]{43}$/);
    stripe.account.endpoints.push(hookUrl);
    await stripeEntry.getByRole("button", { name: "Replace credentials" }).click();
    assert.equal(await dialog.getByLabel("Secret key").inputValue(), "");
    await dialog.getByLabel("Signing secret").fill(stripe.webhookSecret);
    await press("Replace credentials");
    await dialog.getByText("Stripe accepts these credentials.").waitFor();
    await press("Done");
    await stripeEntry.getByText("In use").waitFor();
    assert.deepEqual(await barriersOn(page), []);

    await stripeEntry.getByRole("button", { name: "Test" }).click();
    await press("Test");
    await dialog.getByText("Stripe accepts these credentials.").waitFor();
    await press("Done");
    await stripeEntry.getByRole("button", { name: "Disconnect" }).click();
    await press("Disconnect");
    await stripeEntry.getByText("Disconnected").waitFor();
    await page.getByText("Test payments, built in").waitFor();
    assert.deepEqual(complaints, []);
  }));

for (const { locale, connect, accepts, dir } of [
  { locale: "zh-CN", connect: "连接", accepts: "Zoom 接受这些凭据。", dir: "ltr" },
  { locale: "ar", connect: "اتصال", accepts: "يقبل Zoom هذه البيانات.", dir: "rtl" },
]) {
  test(`Zoom is connected in ${locale}, in the dark and on a narrow screen`, () =>
    visit(
      browser,
      { locale, colorScheme: "dark", viewport: { width: 320, height: 700 } },
      async ({ page }) => {
        const { email, password } = demo.coaching.logins["owner"]!;
        await page.goto(`${demo.file.adminUrl}/connections`);
        // The account's own language is English: chosen at the door, this one stays.
        await page.getByRole("combobox").first().selectOption(locale);
        await page.locator("#email").fill(email);
        await page.locator("#password").fill(password);
        await page.keyboard.press("Enter");
        await page.locator("[aria-labelledby=vendor-zoom] button").click();
        const dialog = page.getByRole("dialog");
        await dialog.locator("#ask-accountId").fill(zoom.accountId);
        await dialog.locator("#ask-clientId").fill(zoom.clientId);
        await dialog.locator("#ask-clientSecret").fill(zoom.clientSecret);
        await dialog.getByRole("button", { name: connect, exact: true }).click();
        await dialog.getByText(accepts).waitFor();
        await dialog.getByRole("button").last().click();
        await page.locator(".chip.good").waitFor();
        assert.deepEqual(await barriersOn(page), []);
        const shape = await page.evaluate(() => [
          document.documentElement.dir,
          document.documentElement.scrollWidth,
        ]);
        assert.deepEqual(shape, [dir, 320]);
        // For the next language.
        await page.locator("article[aria-labelledby^=connection-] .quiet-button").last().click();
        await dialog.locator(".danger").click();
        await page.locator("[aria-labelledby=vendor-zoom]").waitFor();
      },
    ));
}

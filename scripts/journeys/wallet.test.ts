import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { type Browser, type Locator, type Page } from "playwright-core";
import { payWith } from "./booking-steps.ts";
import { signInWithPassword } from "./member-steps.ts";
import { confirm, dialogOf, enterOffice, section } from "./office.ts";
import { type RunningDemo, startDemo } from "./running-demo.ts";
import { openBrowser, visit } from "./visitor.ts";

let demo: RunningDemo;
let browser: Browser;

before(async () => {
  demo = await startDemo("wallet");
  browser = await openBrowser();
});
after(async () => {
  await browser?.close();
  await demo?.stop();
});

const balance = async (wallet: Locator, amount: string): Promise<void> =>
  wallet.locator(".amount").getByText(amount, { exact: true }).waitFor();

async function openWallet(page: Page): Promise<Locator> {
  const { siteUrl, logins } = demo.coaching;
  await page.goto(`${siteUrl}/account`);
  await signInWithPassword(page, logins["client"] ?? { email: "", password: "" });
  const wallet = page.locator("tessera-wallet");
  await wallet.scrollIntoViewIfNeeded();
  return wallet;
}

test("a member redeems a code, buys credits on the pay page, and sees each line; the team's sums follow", () =>
  visit(browser, {}, async ({ page }) => {
    const wallet = await openWallet(page);
    await balance(wallet, "50");
    await wallet.getByRole("textbox", { name: "Code" }).fill("welcome20");
    await wallet.getByRole("button", { name: "Redeem" }).click();
    await wallet.getByText("Added: 20 credits.").first().waitFor();
    await balance(wallet, "70");
    await wallet.getByRole("button", { name: "Buy for $45" }).click();
    await page.waitForURL(`${demo.file.apiUrl}/**`);
    await payWith(demo, page, /is paid$/);
    await page.waitForURL(`${demo.coaching.siteUrl}/account`);
    await wallet.scrollIntoViewIfNeeded();
    await balance(wallet, "570");
    await wallet.getByLabel("Type").selectOption({ label: "Bought" });
    await wallet.locator("[data-transaction]").nth(1).waitFor({ state: "detached" });
    assert.match(await wallet.locator("[data-transaction]").innerText(), /Bought[^]*\+500[^]*Balance 570/);
  }));

test("the team gives credits with a reason, which the member sees come in and reads", () =>
  visit(browser, {}, async ({ page: theirs }) => {
    const wallet = await openWallet(theirs);
    await balance(wallet, "570");
    await visit(browser, {}, async ({ page }) => {
      await enterOffice(demo, page);
      await section(page, "Credits");
      const issued = page.locator("dl > div").filter({ hasText: "Packages bought" });
      assert.match(await issued.first().innerText(), /500/);
      await section(page, "Members");
      await page.getByLabel("Name or e-mail").fill(demo.coaching.logins["client"]?.email ?? "");
      await page.keyboard.press("Enter");
      await page.getByRole("status").getByText("All rows shown: 1").waitFor();
      await page.getByRole("link", { name: "Hanna" }).click();
      await page.getByRole("button", { name: "Give credits" }).click();
      const dialog = dialogOf(page);
      await dialog.getByLabel("Credits").fill("30");
      await dialog.getByLabel("Reason").fill("For your patience");
      await dialog.getByRole("button", { name: "Give credits" }).click();
      await dialog.getByText("The credits are there.").waitFor();
      await confirm(page, "Done");
    });
    await balance(wallet, "600");
    await wallet.getByText("For your patience").waitFor();
  }));

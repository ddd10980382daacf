// `npm run screenshots`: pictures of every page of the demo, in light and dark, narrow, Chinese and Arabic, in .data/screenshots; and the
// one the README shows. `-- --readme` makes that one alone.
import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { type Browser, type BrowserContextOptions, type Page } from "playwright-core";
import sharp from "sharp";
import { root } from "./demo/folder.ts";
import { chooseTime, identify, openTimes, payWith } from "./journeys/booking-steps.ts";
import { mailTo, type RunningDemo, startDemo } from "./journeys/running-demo.ts";
import { openBrowser, visit } from "./journeys/visitor.ts";

const folder = join(root, ".data/screenshots");

const looks: Readonly<Record<string, BrowserContextOptions>> = {
  light: {},
  dark: { colorScheme: "dark" },
  narrow: { viewport: { width: 320, height: 700 } },
  "narrow-dark": { viewport: { width: 320, height: 700 }, colorScheme: "dark" },
};

async function shoot(page: Page, name: string): Promise<void> {
  // Pictures and widgets below the fold load when they come near.
  await page.evaluate(async () => {
    for (let y = 0; y < document.body.scrollHeight; y += innerHeight / 2) {
      scrollTo(0, y);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    scrollTo(0, 0);
  });
  // The page's stream never ends, so the network is never idle.
  await page.waitForTimeout(500);
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
  const width = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  console.log(`${name}${width > 0 ? ` is ${width} px too wide` : ""}`);
}

/** The pages a visitor reads. The pages of two coaches are written in Chinese and in Arabic. */
async function sitePages(browser: Browser, { coaching }: RunningDemo): Promise<void> {
  for (const [look, options] of Object.entries(looks)) {
    await visit(browser, options, async ({ page }) => {
      const paths = [
        "",
        "coaches",
        "coaches/lena-brandt",
        "coaches/lin-mei",
        "coaches/omar-haddad",
        "quiz",
        "matches",
        "account",
        "for-coaches",
      ];
      for (const path of paths) {
        await page.goto(`${coaching.siteUrl}/${path}`);
        await shoot(page, `site-${path.replace("coaches/", "") || "home"}-${look}`);
      }
    });
  }
}

/** One booking, step by step. */
async function bookingSteps(browser: Browser, demo: RunningDemo): Promise<void> {
  for (const [at, [look, options]] of Object.entries(looks).entries()) {
    await visit(browser, options, async ({ page }) => {
      const email = `shot${at}@mail.example`;
      const choice = { coach: "lena-brandt", offer: /Coaching session/, day: at };
      const widget = await chooseTime(demo, page, choice);
      await widget.getByLabel("E-mail").waitFor();
      await shoot(page, `booking-details-${look}`);
      await identify(demo, widget, { name: "Ada Berg", email });
      await shoot(page, `booking-code-${look}`);
      await widget.getByRole("button", { name: "Continue to payment" }).click();
      await widget.getByRole("button", { name: /^Pay/ }).waitFor();
      await shoot(page, `booking-payment-${look}`);
      await widget.getByRole("button", { name: /^Pay/ }).click();
      await page.waitForURL(`${demo.file.apiUrl}/**`);
      await shoot(page, `pay-page-${look}`);
      await payWith(demo, page, /is paid$/);
      await page.waitForURL(`${demo.coaching.siteUrl}/**`);
      await widget.scrollIntoViewIfNeeded();
      await widget.getByText("Your session is booked").waitFor();
      await shoot(page, `booking-confirmation-${look}`);
      const { id } = await mailTo(demo, email, ({ attachments }) => attachments.length > 0);
      await page.goto(`${demo.file.outboxUrl}/${id}`);
      await shoot(page, `outbox-${look}`);
    });
  }
}

async function adminPages(browser: Browser, demo: RunningDemo): Promise<void> {
  const { email = "", password = "" } = demo.coaching.logins["owner"] ?? {};
  for (const locale of ["en", "zh-CN", "ar"]) {
    for (const [look, options] of Object.entries(looks)) {
      await visit(browser, { ...options, locale }, async ({ page }) => {
        await page.goto(demo.file.adminUrl);
        await page.locator("#email").waitFor();
        // After signing in, the account's own language would follow.
        await page.locator(`select:has(option[value="${locale}"])`).selectOption(locale);
        await shoot(page, `admin-door-${locale}-${look}`);
        await page.locator("#email").fill(email);
        await page.locator("#password").fill(password);
        await page.locator("#password").press("Enter");
        await page.locator("#attention-title").waitFor();
        await shoot(page, `admin-overview-${locale}-${look}`);
        await page.goto(new URL("/settings", demo.file.adminUrl).href);
        await page.locator("#domains-title").waitFor();
        await shoot(page, `admin-settings-${locale}-${look}`);
      });
    }
  }
}

/** The picture of the README: a coach's page with a time being chosen, in few colours so that it stays small. */
async function readmePicture(browser: Browser, demo: RunningDemo): Promise<void> {
  await visit(
    browser,
    { viewport: { width: 1280, height: 1400 }, deviceScaleFactor: 1.5 },
    async ({ page }) => {
      const widget = await openTimes(demo, page, {
        coach: "aminata-diallo",
        offer: /Career session/,
        day: 4,
      });
      await widget.locator("[part~=time]").first().waitFor();
      await page.evaluate(() => scrollTo(0, 0));
      await page.waitForTimeout(500);
      const picture = sharp(await page.screenshot()).png({ palette: true, colours: 96, effort: 10 });
      const { size } = await picture.toFile(join(root, "docs/coach-page.png"));
      console.log(`docs/coach-page.png, ${Math.round(size / 1000)} kB`);
    },
  );
}

const { values } = parseArgs({ options: { readme: { type: "boolean", default: false } } });
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
const demo = await startDemo("screenshots");
const browser = await openBrowser();
try {
  await readmePicture(browser, demo);
  if (!values.readme) {
    await sitePages(browser, demo);
    await bookingSteps(browser, demo);
    await adminPages(browser, demo);
  }
} finally {
  await browser.close();
  await demo.stop();
}

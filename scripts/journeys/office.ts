import { type Browser, type Locator, type Page } from "playwright-core";
import { type EventSink } from "../../api/test/event-sink.ts";
import { type RunningDemo } from "./running-demo.ts";

/** What the journeys of the team work with. */
export interface Office {
  readonly demo: RunningDemo;
  readonly browser: Browser;
  /** Hears webhooks. */
  readonly sink: EventSink;
}

/** Signs the owner in to the admin app and enters the test site, where the demo's people are. */
export async function enterOffice(
  { file, coaching }: RunningDemo,
  page: Page,
  language = "en",
): Promise<void> {
  const { email, password } = coaching.logins["owner"] ?? { email: "", password: "" };
  await page.goto(file.adminUrl);
  await page.locator("#email").fill(email);
  await page.locator("#password").fill(password);
  await page.locator("#password").press("Enter");
  await page.locator("main .page").waitFor();
  await page.locator(".site-menu summary").click();
  await page.locator(".site-menu li button").nth(1).click();
  await page.locator(".test-strip").waitFor();
  if (language === "en") return;
  await page.locator(".person-menu summary").click();
  await page.locator(".person-menu .settings select").first().selectOption(language);
  await page.locator(`html[lang=${language}]`).waitFor();
  await page.keyboard.press("Escape");
}

/** Follows an entry of the navigation. */
export const section = (page: Page, name: string): Promise<void> =>
  page.getByRole("navigation").getByRole("link", { name, exact: true }).click();

/** The dialog that is open. */
export const dialogOf = (page: Page): Locator => page.locator("dialog.ask[open]");

/** Presses the button of the open dialog that does what it asks, and waits until it is gone. */
export async function confirm(page: Page, name: string | RegExp): Promise<void> {
  const dialog = dialogOf(page);
  await dialog.getByRole("button", { name, exact: true }).click();
  await dialog.waitFor({ state: "detached" });
}

/** What somebody did by hand: presses of the mouse, and keys that are no typing. */
export interface Effort {
  readonly clicks: number;
  readonly keys: number;
}

/** Counts from now on what is done by hand on a page. */
export async function countEffort(page: Page): Promise<() => Promise<Effort>> {
  await page.evaluate(() => {
    const effort = { clicks: 0, keys: 0 };
    Object.assign(globalThis, { effort });
    addEventListener("pointerdown", ({ isTrusted }) => isTrusted && effort.clicks++, true);
    addEventListener("keydown", ({ isTrusted, key }) => isTrusted && key.length > 1 && effort.keys++, true);
  });
  return () => page.evaluate("effort");
}

import { join } from "node:path";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { findChromium } from "../chromium.ts";
import { root } from "../demo/folder.ts";

/** Starts the browser of a journey: one that keeps third parties from setting cookies. */
export async function openBrowser(): Promise<Browser> {
  const { args, ...launch } = await findChromium();
  return chromium.launch({ ...launch, args: [...args, "--test-third-party-cookie-phaseout"] });
}

/** A person at the browser, and what went wrong or left the site while they looked. */
export interface Visitor {
  readonly page: Page;
  /** Violations of the page's policy, errors in the console and in scripts. */
  readonly complaints: string[];
  /** Every origin that was asked for something. */
  readonly origins: Set<string>;
  readonly leave: () => Promise<void>;
}

/** Somebody new to the site, in a browser of their own. */
async function newVisitor(browser: Browser, options: BrowserContextOptions = {}): Promise<Visitor> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 1000 },
    timezoneId: "Europe/Stockholm",
    locale: "en-GB",
    reducedMotion: "reduce",
    ...options,
  });
  const complaints: string[] = [];
  const origins = new Set<string>();
  const page = await context.newPage();
  page.on("request", (request) => origins.add(new URL(request.url()).origin));
  page.on("pageerror", ({ message }) => complaints.push(message));
  page.on("console", (message) => {
    // A refusal that the widget understands and handles is logged by the browser all the same.
    const isRefusal = /status of 4(01|03|04|09|10|28)/.test(message.text());
    if (message.type() === "error" && !isRefusal) complaints.push(message.text());
  });
  return { page, complaints, origins, leave: () => context.close() };
}

/** What a page keeps in the browser: names of cookies and of entries in both storages. */
export async function keptBy(page: Page): Promise<{ cookies: string[]; local: string[]; session: string[] }> {
  const cookies = await page.context().cookies();
  const storages = await page.evaluate(() => ({
    local: Object.keys(localStorage),
    session: Object.keys(sessionStorage),
  }));
  return { cookies: cookies.map(({ name }) => name), ...storages };
}

/**
 * Lets somebody new to the site do something. When it fails, a picture of their page is left in `.data/journeys`; when it does not,
 * nothing may have gone wrong on their pages.
 */
export async function visit(
  browser: Browser,
  options: BrowserContextOptions,
  work: (visitor: Visitor) => Promise<void>,
): Promise<void> {
  const visitor = await newVisitor(browser, options);
  try {
    await work(visitor);
    if (visitor.complaints.length > 0)
      throw new Error(`The browser complained: ${visitor.complaints.join("; ")}`);
  } catch (failure) {
    const file = join(root, ".data/journeys", `failed-${Date.now()}.png`);
    await visitor.page.screenshot({ path: file, fullPage: true });
    throw new Error(`At ${visitor.page.url()}, see ${file}`, { cause: failure });
  } finally {
    await visitor.leave();
  }
}

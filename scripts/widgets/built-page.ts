import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";
import { type Browser, type BrowserContext, type Page, type Route } from "playwright-core";
import { goodAnswers, present } from "../../widgets/test/coach.ts";
import { type Answers, FakeApi } from "../../widgets/test/fake-api.ts";
import { dist } from "./build.ts";

/** A tenant's page with the built widgets in it, in a real browser, against a fake API. */
export interface BuiltPage {
  readonly page: Page;
  readonly api: FakeApi;
  /** What the page fetched from the API's origin, with its size in brotli. */
  readonly fetched: { readonly url: string; readonly bytes: number }[];
  /** Requests to anybody else. */
  readonly strangers: string[];
  /** Errors, console messages and violations of the page's policy. */
  readonly complaints: string[];
  /** Goes to an address of the tenant's site. */
  go(path: string): Promise<void>;
}

/** How a page differs from the usual one. */
export interface BuiltPageOptions {
  readonly body: string;
  readonly head?: string;
  readonly lang?: string;
  /** The width of the window in pixels; it is higher then, too. */
  readonly width?: number;
  readonly script?: string;
  readonly answers?: Answers;
  /** Leaves the machine's clock to the page: with a clock of its own a browser does not tell how a page was come to. */
  readonly hasMachineClock?: boolean;
}

const site = "https://tenant.test";
const apiOrigin = "https://api.test";

// What docs/embedding.md tells a tenant to allow, and nothing else.
const policy = [
  "default-src 'none'",
  `script-src ${apiOrigin}`,
  `connect-src ${apiOrigin}`,
  "style-src 'none'",
  "img-src 'none'",
  "base-uri 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types lit-html",
].join("; ");

/** The line a tenant pastes into a page. */
export const snippet = (attributes = ""): string =>
  `<script type="module" blocking="render" src="${apiOrigin}/widgets/v1/tessera.js" data-key="pk_test_builtpage" ${attributes}></script>`;

/** Opens a context whose clock stands in the time of the fake site, and a page in it. */
export async function openBuiltPage(browser: Browser, options: BuiltPageOptions): Promise<BuiltPage> {
  const context = await browser.newContext({
    timezoneId: "Europe/Berlin",
    locale: options.lang ?? "en-US",
    ...(options.width && { viewport: { width: options.width, height: 1000 } }),
  });
  if (!options.hasMachineClock) await context.clock.install({ time: present });
  return openIn(context, options);
}

async function openIn(context: BrowserContext, options: BuiltPageOptions): Promise<BuiltPage> {
  const page = await context.newPage();
  const api = new FakeApi({ ...goodAnswers, ...options.answers }, () => present);
  api.proofBits = 4;
  const opened: BuiltPage = {
    page,
    api,
    fetched: [],
    strangers: [],
    complaints: [],
    go: async (path) => void (await page.goto(site + path)),
  };
  page.on("console", (message) => {
    // The browser tells of a refusal that the page understands and answers.
    if (!message.text().includes("status of 428")) opened.complaints.push(message.text());
  });
  page.on("pageerror", (error) => opened.complaints.push(error.message));
  await page.route("**/*", async (route) => {
    const url = new URL(route.request().url());
    if (url.origin === site) return route.fulfill(documentOf(options));
    if (url.origin === apiOrigin) return fromApi(opened, route, url);
    opened.strangers.push(url.href);
    return route.fulfill({ status: 200, body: "Somebody else's page" });
  });
  await opened.go("/");
  return opened;
}

/** How much of the page has moved by itself since it was opened, as browsers count it (https://web.dev/articles/cls). */
export const shiftIn = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        let sum = 0;
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) sum += "value" in entry ? Number(entry.value) : 0;
        }).observe({ type: "layout-shift", buffered: true });
        setTimeout(() => resolve(sum), 100);
      }),
  );

const documentOf = ({ head = "", body, lang = "en", script = snippet() }: BuiltPageOptions) => ({
  contentType: "text/html; charset=utf-8",
  headers: { "Content-Security-Policy": policy },
  body: `<!doctype html><html lang="${lang}"><head><meta name="viewport" content="width=device-width">${head}${script}</head><body>${body}</body></html>`,
});

async function fromApi(opened: BuiltPage, route: Route, url: URL): Promise<void> {
  const cors = {
    "Access-Control-Allow-Origin": url.pathname.startsWith("/widgets/") ? "*" : site,
    "Access-Control-Expose-Headers": "tessera-now, tessera-visitor, retry-after",
  };
  if (route.request().method() === "OPTIONS") {
    const allowed =
      "content-type, tessera-key, tessera-visitor, tessera-locale, tessera-proof, idempotency-key, authorization";
    return route.fulfill({ status: 204, headers: { ...cors, "Access-Control-Allow-Headers": allowed } });
  }
  const answer = (
    status: number,
    type: string,
    body: Buffer | string,
    headers: Record<string, string> = {},
  ) => {
    opened.fetched.push({ url: url.pathname, bytes: brotliCompressSync(body).length });
    return route.fulfill({ status, contentType: type, headers: { ...headers, ...cors }, body });
  };
  const file = join(dist, url.pathname.replace("/widgets/v1/", ""));
  if (url.pathname.startsWith("/widgets/") && existsSync(file))
    return answer(200, "text/javascript", readFileSync(file));
  const request = route.request();
  const init = { method: request.method(), headers: request.headers(), body: request.postData() };
  const response = await opened.api.fetch(url, init).catch(() => null);
  if (!response) return route.abort();
  return answer(
    response.status,
    "application/json",
    await response.text(),
    Object.fromEntries(response.headers),
  );
}

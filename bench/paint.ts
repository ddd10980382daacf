// `node bench/paint.ts`: when a visitor on a slow phone sees the booking, beside React showing one line.
import { createServer, type ServerResponse } from "node:http";
import { readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { brotliCompressSync } from "node:zlib";
import { type Browser, type BrowserContext, chromium } from "playwright-core";
import { findChromium } from "../scripts/chromium.ts";
import { buildWidgets, dist } from "../scripts/widgets/build.ts";
import { goodAnswers, offer, present } from "../widgets/test/coach.ts";
import { FakeApi } from "../widgets/test/fake-api.ts";
import { loadReactHello } from "./react-hello.ts";
import { type BenchRow } from "./slots.ts";

const rounds = 9;

// Lighthouse's slow 4G and its slowdown for a middling phone.
const slow4g = {
  offline: false,
  latency: 150,
  downloadThroughput: (1.6 * 1024 * 1024) / 8,
  uploadThroughput: (0.75 * 1024 * 1024) / 8,
};
const cpuSlowdown = 4;

interface Paints {
  readonly empty: number[];
  readonly react: number[];
  readonly booking: number[];
}

/** Milliseconds until something of a page's own is painted, each over an empty page; fresh contexts, interleaved. */
export async function measurePaint(): Promise<BenchRow[]> {
  await buildWidgets();
  const react = await loadReactHello();
  const { url, stop } = await servePages(react ?? "");
  const browser = await chromium.launch(await findChromium());
  const paints: Paints = { empty: [], react: [], booking: [] };
  for (let round = 0; round <= rounds; round += 1) {
    for (const [page, found] of Object.entries(paints)) {
      if (page === "react" && react === undefined) continue;
      const painted = await paintOf(browser, `${url}/${page}`);
      // The first round warms up.
      if (round > 0) found.push(painted);
    }
  }
  await browser.close();
  stop();
  const over = (found: readonly number[]) => median(found) - median(paints.empty);
  const [own, other] = [over(paints.booking), over(paints.react)];
  return [
    {
      what: "booking painted, 4x slower CPU, slow 4G, over an empty page",
      budget: "<= 0.6x",
      floor: "<= 1.0x",
      measured: `${own.toFixed(0)} ms`,
      ratio: react === undefined ? null : own / other,
      anchor:
        react === undefined ? "React could not be downloaded" : `React with one line, ${other.toFixed(0)} ms`,
    },
  ];
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

/** The time between the start of the navigation and the second frame after the page's own content is there. */
async function paintOf(browser: Browser, url: string): Promise<number> {
  const context = await browser.newContext({ timezoneId: "Europe/Berlin", locale: "en-US" });
  const page = await context.newPage();
  await slowDown(context, page);
  await page.goto(url, { waitUntil: "commit" });
  const painted = await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const isThere = () => {
          const widget = document.querySelector("tessera-booking");
          if (widget) return (widget.shadowRoot?.querySelector(".root")?.childElementCount ?? 0) > 0;
          const app = document.querySelector("#app");
          return app ? app.childElementCount > 0 : document.readyState === "complete";
        };
        const look = () =>
          requestAnimationFrame(() =>
            isThere() ? requestAnimationFrame(() => resolve(performance.now())) : look(),
          );
        look();
      }),
  );
  await context.close();
  return painted;
}

async function slowDown(
  context: BrowserContext,
  page: Awaited<ReturnType<BrowserContext["newPage"]>>,
): Promise<void> {
  const session = await context.newCDPSession(page);
  await session.send("Network.enable");
  await session.send("Network.emulateNetworkConditions", slow4g);
  await session.send("Emulation.setCPUThrottlingRate", { rate: cpuSlowdown });
}

const documents: Readonly<Record<string, (origin: string) => string>> = {
  "/empty": () => "<p>Nothing yet</p>",
  "/react": () => `<div id="app"></div><script type="module" src="/react.js"></script>`,
  "/booking": () =>
    `<script type="module" src="/widgets/v1/tessera.js" data-key="pk_test_paint0000"></script><tessera-booking offer="${offer.id}"></tessera-booking>`,
};

/** The three pages, the built widgets and an API that answers at once, all compressed, on one origin. */
async function servePages(react: string): Promise<{ readonly url: string; readonly stop: () => void }> {
  const api = new FakeApi(goodAnswers, () => present);
  const send = (answer: ServerResponse, type: string, body: string) => {
    const compressed = brotliCompressSync(body);
    answer
      .writeHead(200, { "Content-Type": type, "Content-Encoding": "br", "Content-Length": compressed.length })
      .end(compressed);
  };
  const server = createServer((request, answer) => {
    const { pathname } = new URL(request.url ?? "/", "http://page");
    const document = documents[pathname];
    const respond = async () => {
      if (document)
        return send(
          answer,
          "text/html",
          `<!doctype html><meta name="viewport" content="width=device-width">${document(pathname)}`,
        );
      if (pathname === "/react.js") return send(answer, "text/javascript", react);
      if (pathname.startsWith("/widgets/"))
        return send(answer, "text/javascript", await readFile(join(dist, basename(pathname)), "utf8"));
      let body = "";
      for await (const chunk of request) body += String(chunk);
      const asked = await api.fetch(new URL(request.url ?? "/", "http://page"), {
        method: request.method ?? "GET",
        body: body === "" ? null : body,
      });
      send(answer, "application/json", await asked.text());
    };
    respond().catch(() => answer.writeHead(404).end());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = address && typeof address === "object" ? address.port : 0;
  return { url: `http://127.0.0.1:${port}`, stop: () => server.close().closeAllConnections() };
}

if (import.meta.main) console.table(await measurePaint());

import { type Browser, type Page, type Request } from "playwright-core";
import { identify, payWith } from "../scripts/journeys/booking-steps.ts";
import { type RunningDemo, startDemo } from "../scripts/journeys/running-demo.ts";

/** What a booking took on the wire with the real API, compressed as it answers. */
export interface DemoBooking {
  /** Bytes until a visitor saw free times. */
  readonly untilTimes: number;
  /** Bytes until the confirmation but for the photo, whose weight is its owner's: what a browser may keep counts once. */
  readonly whole: number;
  /** Bytes of the host's photo beside it. */
  readonly photo: number;
}

/** Chromium asks leave for a page that a test stands in for before it may reach this machine: a browser for this measure asks none. */
export const reachesThisMachine = "--disable-features=LocalNetworkAccessChecks";

/** Books in a demo of its own as somebody who was never here: a page with the widget of one offer, on the coaching site's origin. */
export async function bookInDemo(browser: Browser): Promise<DemoBooking> {
  const demo = await startDemo("weight");
  try {
    const context = await browser.newContext({ locale: "en", timezoneId: "Europe/Berlin" });
    const page = await context.newPage();
    const answered = watchAnswers(page, demo);
    const address = `${demo.coaching.siteUrl}/weighed`;
    const body = await pageWithBooking(demo);
    await page.route(`${address}**`, (route) => route.fulfill({ contentType: "text/html", body }));
    await page.goto(address);
    await page.locator("button.time").first().waitFor();
    const untilTimes = (await weighed(answered)).whole;

    await page.locator("button.time").first().click();
    const widget = page.locator("tessera-booking");
    await identify(demo, widget, { name: "Ada Byron", email: "ada.byron@mail.example" });
    await page.keyboard.press("Enter");
    await page.locator("button.pay").click();
    // A page that was redirected to is the site's own, which knows no such page: its widgets must not use the way back up.
    const widgets = `${demo.file.apiUrl}/widgets/**`;
    await page.route(widgets, (route) => route.abort());
    await payWith(demo, page, /is paid$/);
    await page.waitForURL(`${address}**`);
    await page.unroute(widgets);
    await page.goto(page.url());
    await page.getByText("Your session is booked").waitFor();
    const { whole, photo } = await weighed(answered);
    await context.close();
    return { untilTimes, whole, photo };
  } finally {
    await demo.stop();
  }
}

/** The requests that the site's pages sent to the API and that were answered. */
function watchAnswers(page: Page, { file, coaching }: RunningDemo): readonly Request[] {
  const answered: Request[] = [];
  page.on("requestfinished", (request) => {
    const isOfSite = request.frame().url().startsWith(coaching.siteUrl);
    if (isOfSite && request.url().startsWith(file.apiUrl) && !request.isNavigationRequest())
      answered.push(request);
  });
  return answered;
}

async function weighed(answered: readonly Request[]): Promise<{ whole: number; photo: number }> {
  const kept = new Set<string>();
  let whole = 0;
  let photo = 0;
  for (const request of answered) {
    const isKept = request.method() === "GET" && kept.has(request.url());
    kept.add(request.url());
    if (isKept) continue;
    const { responseBodySize: bytes } = await request.sizes();
    if (request.resourceType() === "image") photo += bytes;
    else whole += bytes;
  }
  return { whole, photo };
}

async function pageWithBooking({ file: { apiUrl }, coaching: { publishableKey: key } }: RunningDemo) {
  const read = async (path: string): Promise<{ items: { id: string; title: string }[] }> => {
    const answer = await fetch(`${apiUrl}/api/v1${path}key=${key}`);
    return (await answer.json()) as Awaited<ReturnType<typeof read>>;
  };
  for (const { id } of (await read("/people?")).items) {
    const { items } = await read(`/scheduling/offers?hostIds=${id}&`);
    const offer = items.find(({ title }) => title === "Coaching session");
    if (offer)
      return `<!doctype html><html lang="en"><script type="module" src="${apiUrl}/widgets/v1/tessera.js" data-key="${key}"></script><tessera-booking offer="${offer.id}"></tessera-booking></html>`;
  }
  throw new Error("The demo has no coaching session.");
}

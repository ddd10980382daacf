import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { TestHouse, type TestSite } from "../../../../test/house.ts";
import { findChromium } from "../../../../../scripts/chromium.ts";
import { wallClock } from "../../../platform/clock.ts";
import { newId } from "../../../platform/ids.ts";
import { personalUrl, roomUrl } from "../../../platform/providers/video/local.ts";
import { hours, minutes, plus } from "../../../platform/time.ts";
import { type Booking } from "../models/booking.ts";
import { buildBooking, buildMember, buildOpenHost } from "../testing.ts";
import { personalMeetingLink } from "./meeting-link.ts";

/** What the test looks at of a picture; the API's own types know no browser. */
interface Video {
  readonly videoWidth: number;
  readonly currentTime: number;
  readonly srcObject: { getTracks(): { readonly kind: string }[] };
}

describe("the room of a session", () => {
  let house: TestHouse;
  let site: TestSite;
  let browser: Browser;
  let booking: Booking;
  const complaints: string[] = [];
  before(async () => {
    house = await TestHouse.open();
    site = await house.site();
    booking = await book(plus(wallClock(), minutes(10)));
    const { args, ...launch } = await findChromium();
    const fake = ["--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream"];
    // Without it two pages of one machine hide their addresses from each other behind names nobody resolves here.
    const open = ["--disable-features=WebRtcHideLocalIpsWithMdns"];
    browser = await chromium.launch({ ...launch, args: [...args, ...fake, ...open] });
  });
  after(async () => {
    await browser.close();
    await house.close();
  });

  const book = (startsAt: Date) =>
    house.within(site.live, async (scope) => {
      const { offer } = await buildOpenHost(scope);
      const client = await buildMember(scope, { name: "Clara 克拉拉" });
      return buildBooking(scope, offer, { clientId: client.id, startsAt });
    });
  const linkOf = (personId: string, { id, startsAt, endsAt } = booking) =>
    personalMeetingLink(site.live.id, { id, startsAt, endsAt }, personId);
  const visit = async (url: string, options: BrowserContextOptions = {}): Promise<Page> => {
    const context = await browser.newContext({ locale: "en-GB", ...options });
    const page = await context.newPage();
    page.on("pageerror", ({ message }) => complaints.push(message));
    page.on("console", (message) => {
      if (message.type() === "error") complaints.push(message.text());
    });
    await page.goto(url, { timeout: 10_000 });
    return page;
  };
  const join = (page: Page) => page.getByRole("button", { name: "Join session" }).click();
  const state = (page: Page, wanted: string) =>
    page.waitForSelector(`html[data-state="${wanted}"]`, { timeout: 20_000, state: "attached" });
  /** The other's picture moves: frames of it arrive. */
  const seesTheOther = (page: Page) =>
    house.until("the other's picture", async () => {
      const [width, seconds] = await remote(page, (video) => [video.videoWidth, video.currentTime] as const);
      return width > 0 && seconds > 0.2;
    });
  const remote = <Found>(page: Page, look: (video: Video) => Found): Promise<Found> =>
    page.locator("#remote").evaluate(look as never);
  const leave = (page: Page) => page.context().close();

  it("two people see and hear each other; one who reloads is found again; both leave", async () => {
    const client = await visit(linkOf(booking.clientId));
    await join(client);
    await state(client, "waiting");
    const host = await visit(linkOf(booking.hostId));
    await join(host);
    await Promise.all([state(client, "live"), state(host, "live")]);
    await Promise.all([seesTheOther(client), seesTheOther(host)]);
    assert.equal(
      await host.getByRole("status").textContent(),
      "You are connected to \u2068Clara 克拉拉\u2069.",
    );
    const kinds = await remote(client, ({ srcObject }) => srcObject.getTracks().map(({ kind }) => kind));
    assert.deepEqual(kinds.toSorted(), ["audio", "video"]);

    const camera = host.getByRole("button", { name: "Camera" });
    await camera.click();
    assert.equal(await camera.getAttribute("aria-pressed"), "false");

    await host.reload();
    await join(host);
    await state(host, "live");
    await Promise.all([seesTheOther(client), seesTheOther(host)]);

    await client.getByRole("button", { name: "Leave" }).click();
    await state(client, "left");
    await state(host, "waiting");
    await leave(client);
    await leave(host);
  });

  it("a second window of the same person takes over, and the first says so", async () => {
    const first = await visit(linkOf(booking.clientId));
    await join(first);
    await state(first, "waiting");
    const second = await visit(linkOf(booking.clientId));
    await join(second);
    await state(second, "waiting");
    await state(first, "elsewhere");
    await first.getByRole("button", { name: "Continue here" }).click();
    await state(first, "waiting");
    await state(second, "elsewhere");
    await leave(first);
    await leave(second);
  });

  it("a third person is told politely, as is somebody without a pass", async () => {
    const stranger = await visit(linkOf(newId(wallClock())));
    await join(stranger);
    await state(stranger, "refused");
    await leave(stranger);
    const nobody = await visit(roomUrl(booking.id), { locale: "ar" });
    await state(nobody, "noPass");
    assert.equal(await nobody.locator("html").getAttribute("dir"), "rtl");
    assert.equal(await nobody.getByRole("button").count(), 0);
    await leave(nobody);
  });

  it("somebody whose camera and microphone are kept from the page is told, and joins without them", async () => {
    const { args, ...launch } = await findChromium();
    const shy = await chromium.launch({ ...launch, args });
    try {
      const page = await shy.newPage();
      await page.goto(linkOf(booking.clientId));
      await page.getByRole("button", { name: "Join session" }).press("Enter");
      await state(page, "blocked");
      const without = page.getByRole("button", { name: "Join without them" });
      await without.press("Enter");
      await state(page, "waiting");
      const microphone = page.getByRole("button", { name: "Microphone" });
      assert.equal(await microphone.getAttribute("aria-pressed"), "false");
      const host = await visit(linkOf(booking.hostId));
      await join(host);
      await Promise.all([state(page, "live"), state(host, "live")]);
      await seesTheOther(page);
      await leave(host);
    } finally {
      await shy.close();
    }
  });

  it("a room opens a quarter of an hour before, closes after the end, and stays shut when called off", async () => {
    const later = await book(plus(wallClock(), hours(2)));
    const page = await visit(linkOf(later.clientId, later), { locale: "zh-CN" });
    await page.getByRole("button", { name: "加入会话" }).click();
    await state(page, "early");
    await leave(page);
    const sync = async (link: string) => {
      const [address, pass] = link.split("#");
      const answer = await house.request(`${address}/sync`, {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify({ pass, seat: newId(wallClock()), does: "enter", heard: null, send: [] }),
      });
      return `${answer.status} ${((await answer.json()) as { state?: string }).state}`;
    };
    const earlier = await book(plus(wallClock(), -hours(2)));
    assert.equal(await sync(linkOf(earlier.clientId, earlier)), "200 over");
    assert.equal(await sync(linkOf(later.clientId, later)), "200 early");
    await house.ok("scheduling.cancelBooking", { id: later.id }, { headers: site.actingFor(later.clientId) });
    assert.equal(await sync(linkOf(later.clientId, later)), "200 cancelled");
    const foreign = await house.site();
    const pass = personalUrl({
      tenantId: foreign.live.id,
      roomId: booking.id,
      personId: booking.clientId,
      expiresAt: plus(wallClock(), hours(1)),
    });
    assert.equal(await sync(pass), "200 refused");
    assert.equal(await sync(linkOf(booking.clientId).replace(booking.id, later.id)), "404 undefined");
  });

  it("leaves no bug behind and breaks no policy of its page", () => {
    assert.deepEqual(house.bugs, []);
    assert.deepEqual(complaints, []);
  });
});

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { type Browser } from "playwright-core";
import { barriersOn } from "./accessible.ts";
import { chooseTime, identify, payWith } from "./booking-steps.ts";
import { type Mail, mailTo, type RunningDemo, startDemo } from "./running-demo.ts";
import { booksOf, passTime, serverOf } from "./sandbox.ts";
import { openBrowser, visit } from "./visitor.ts";

let demo: RunningDemo;
let browser: Browser;

before(async () => {
  demo = await startDemo("session");
  browser = await openBrowser();
});
after(async () => {
  await browser?.close();
  await demo?.stop();
});

const coachMail = "lena@northlight.example";
const hour = 3_600_000;

interface Booked {
  readonly orderId: string;
  readonly bookingId: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly buyerId: string;
  readonly sellerId: string;
}

/** Somebody books and pays a session with Lena, as far ahead as a day of next month. Answers their newest booking. */
async function book(email: string, day: number): Promise<Booked> {
  await visit(browser, {}, async ({ page }) => {
    const choice = { coach: "lena-brandt", offer: /Coaching session/, day };
    const widget = await chooseTime(demo, page, choice);
    await identify(demo, widget, { name: "Ada Berg", email });
    await widget.getByRole("button", { name: "Continue to payment" }).click();
    await widget.getByRole("button", { name: /^Pay €120/ }).click();
    await payWith(demo, page, /is paid$/);
    await page.waitForURL(`${demo.coaching.siteUrl}/**`);
    await widget.scrollIntoViewIfNeeded();
    await widget.getByText("Your session is booked").waitFor();
  });
  const [order] = (await serverOf(demo).orders.listOrders({})).items;
  if (!order?.bookingId) throw new Error("There is no order of a session.");
  const { id: orderId, bookingId, buyerId, sellerId } = order;
  const { startsAt, endsAt } = await serverOf(demo).scheduling.getBooking({ id: bookingId });
  return { orderId, bookingId, buyerId, sellerId, startsAt: new Date(startsAt), endsAt: new Date(endsAt) };
}

/** The address of a link in a mail, by the words it has there. */
function linkIn({ html }: Mail, words: RegExp): string {
  const links = [...html.matchAll(/<a[^>]*href="([^"]+)"[^>]*>([\s\S]*?)<\/a>/g)];
  const [, href = ""] = links.find(([, , text = ""]) => words.test(text)) ?? [];
  return href.replaceAll("&amp;", "&");
}

const isSound = async () => (await serverOf(demo).money.checkLedger()).isSound;

/** Opens the cancel link of the newest mail in a browser that knows nobody, and uses it. */
async function cancelByMail(email: string, promised: string): Promise<void> {
  const mail = await mailTo(demo, email, (each) => linkIn(each, /cancel/i) !== "");
  await visit(browser, { viewport: { width: 390, height: 800 } }, async ({ page }) => {
    await page.goto(linkIn(mail, /cancel/i));
    const widget = page.locator("tessera-booking");
    await widget.getByText("Cancel this session?").waitFor();
    await widget.getByText(promised).waitFor();
    await widget.getByRole("button", { name: "Cancel session" }).click();
    await widget.getByText("This session is cancelled.").waitFor();
    await page.reload();
    await widget.getByText("This session is cancelled.").waitFor();
  });
}

for (const { locale, heading, button, scheme } of [
  { locale: "en", heading: "Your session", button: "Send proposal", scheme: "light" },
  { locale: "zh-CN", heading: "您的会话", button: "发送提议", scheme: "dark" },
  { locale: "ar", heading: "جلستك", button: "إرسال الاقتراح", scheme: "dark" },
] as const) {
  test(`bought without a page, a session is managed on the API's own, in ${locale}, on every screen`, async () => {
    const email = `own-${locale.toLowerCase()}@mail.example`;
    const server = serverOf(demo);
    const member = await server.identity.createMember({
      email,
      name: "Ola Nord",
      emailVerified: true,
      locale,
    });
    const { items: hosts } = await server.identity.listMembers({ search: coachMail });
    const { items: offers } = await server.scheduling.listOffers({ hostIds: [hosts[0]?.id ?? ""] });
    const offer = offers.find(({ price }) => price.amountMinor === 0);
    const from = new Date(Date.now() + 48 * hour).toISOString();
    const until = new Date(Date.now() + 20 * 24 * hour).toISOString();
    const { items } = await server.scheduling.listSlots({ offerIds: [offer?.id ?? ""], from, until });
    const startsAt = items.flatMap((slots) => slots.startsAt)[0] ?? "";
    const client = serverOf(demo, member.id);
    const { id: holdId } = await client.scheduling.holdSlot({ offerId: offer?.id ?? "", startsAt });
    await client.orders.placeOrder({ holdId });

    const mail = await mailTo(demo, email, ({ html }) => html.includes("#tessera-manage="));
    const move = linkIn(mail, /Propose another time|提议改期|اقتراح موعد آخر/);
    assert.ok(move.startsWith(`${demo.file.apiUrl}/manage/`), move);
    await visit(browser, { colorScheme: scheme }, async ({ page, origins }) => {
      for (const width of [320, 768, 2560]) {
        await page.setViewportSize({ width, height: 900 });
        await page.goto("about:blank");
        await page.goto(move);
        await page.getByRole("heading", { name: heading, level: 1 }).waitFor();
        await page.getByRole("button", { name: button }).waitFor();
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        assert.ok(overflow <= 0, `${overflow} px beyond a window of ${width}`);
        assert.deepEqual(await barriersOn(page), []);
      }
      assert.equal(await page.locator("html").getAttribute("lang"), locale);
      await page.getByRole("button", { name: button }).click();
      await page.locator("tessera-booking[state=done]").waitFor();
      assert.deepEqual([...origins], [demo.file.apiUrl], "nobody else is asked for anything");
    });
    const [order] = (await client.orders.listOrders({})).items;
    assert.equal(order?.proposal?.by, "client");
  });
}

test("cancelled by the mail's link a day before, everything comes back; an hour after that line, half", async () => {
  const early = await book("early@mail.example", 3);
  await cancelByMail("early@mail.example", "You get €120 back.");
  const order = await serverOf(demo).orders.getOrder({ id: early.orderId });
  assert.deepEqual([order.state, order.refundedMinor], ["cancelled", 12_000]);
  await mailTo(demo, coachMail, ({ attachments }) => /METHOD:CANCEL/.test(attachments[0]?.content ?? ""));
  assert.ok(await isSound());

  const late = await book("late@mail.example", 4);
  await passTime(demo, new Date(late.startsAt.getTime() - 23 * hour));
  await cancelByMail("late@mail.example", "You get €60 back.");
  const half = await serverOf(demo).orders.getOrder({ id: late.orderId });
  assert.deepEqual([half.state, half.refundedMinor], ["cancelled", 6_000]);
  assert.ok(await isSound());
});

test("a session that takes place pays the coach less the fee, both review it, and the rating changes", async () => {
  const session = await book("stay@mail.example", 6);
  const remindedBefore = await remindersTo(coachMail);
  const rated = () => serverOf(demo, session.sellerId).people.getProfile();
  const { rating, ratingCount } = await rated();
  const held = await booksOf(demo, "EUR");

  await passTime(demo, new Date(session.startsAt.getTime() - 10 * 60_000));
  const client = serverOf(demo, session.buyerId);
  const { url } = await client.scheduling.joinBooking({ id: session.bookingId });
  assert.ok((await fetch(url)).ok);
  assert.equal(await remindersTo("stay@mail.example"), 3);
  assert.equal(await remindersTo(coachMail), remindedBefore + 3);

  await passTime(demo, new Date(session.endsAt.getTime() + 2 * hour));
  const done = await serverOf(demo).orders.getOrder({ id: session.orderId });
  assert.equal(done.state, "completed");
  await passTime(demo, new Date(session.endsAt.getTime() + 26 * hour));
  assert.equal((await serverOf(demo).orders.getOrder({ id: session.orderId })).state, "settled");
  const settled = await booksOf(demo, "EUR");
  const moved = (kind: string) => (settled[kind] ?? 0) - (held[kind] ?? 0);
  assert.equal(
    Object.keys({ ...held, ...settled }).reduce((sum, kind) => sum + moved(kind), 0),
    0,
  );
  assert.deepEqual(
    Object.fromEntries(
      Object.keys(settled)
        .map((kind) => [kind, moved(kind)])
        .filter(([, minor]) => minor !== 0),
    ),
    { escrow: -12_000, fees: 1_200, available: 10_800 },
  );
  assert.ok(await isSound());

  const ratings = { knowledge: 5, communication: 4, professionalism: 3 };
  await client.reviews.createReview({
    bookingId: session.bookingId,
    ratings,
    text: "Asked what nobody asks.",
  });
  const coach = serverOf(demo, session.sellerId);
  await coach.reviews.createReview({ bookingId: session.bookingId, ratings, text: "Came prepared." });
  const now = await rated();
  assert.equal(now.ratingCount, ratingCount + 1);
  assert.notEqual(now.rating, rating);
  const { items } = await client.reviews.listReviews({ personId: session.sellerId });
  assert.equal(items[0]?.text, "Asked what nobody asks.");
});

/** How many mails reminded somebody of a session. */
async function remindersTo(address: string): Promise<number> {
  const answer = await fetch(`${demo.file.outboxUrl}.json?to=${encodeURIComponent(address)}`);
  const mails = (await answer.json()) as Mail[];
  return mails.filter(({ subject }) => subject.startsWith("Coming up:")).length;
}

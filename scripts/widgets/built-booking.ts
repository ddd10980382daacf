import { type Browser } from "playwright-core";
import { booking, offer, order, payment } from "../../widgets/test/coach.ts";
import { type Answers } from "../../widgets/test/fake-api.ts";
import { type BuiltPage, openBuiltPage } from "./built-page.ts";

/** A booking on a built page, and what it took on the wire from an empty cache, in brotli. */
export interface BuiltBooking {
  readonly opened: BuiltPage;
  /** Bytes until a visitor saw free times. */
  readonly untilTimes: number;
  /** Bytes until the confirmation: what a browser may keep (hashed files, public reads) counts once. */
  readonly whole: number;
}

/** The widget of the usual offer, as a tenant writes it. */
export const bookingTag = `<tessera-booking offer="${offer.id}"></tessera-booking>`;

/** Books as somebody who was never here: times, name, address and code, payment by redirect, confirmation. */
export async function bookOnBuiltPage(browser: Browser): Promise<BuiltBooking> {
  let state = "awaiting_payment";
  const answers: Answers = {
    "orders.getOrder": () => ({ ...order, state }),
    "scheduling.getBooking": () => ({ ...booking, state: state === "confirmed" ? state : "pending" }),
    "orders.redeemReturn": () => ({
      order: { ...order, state },
      booking: { ...booking, state: state === "confirmed" ? state : "pending" },
      payment: { id: payment.id, status: state === "confirmed" ? "succeeded" : "pending" },
    }),
    "orders.payOrder": () => ({
      url: "https://pay.test/checkout",
      paymentId: payment.id,
      expiresAt: payment.expiresAt,
    }),
    "money.verifyPayment": () => ({ ...payment, status: state === "confirmed" ? "succeeded" : "pending" }),
  };
  const opened = await openBuiltPage(browser, { body: bookingTag, answers });
  const { page, fetched } = opened;
  const sum = (some: BuiltPage["fetched"]) => some.reduce((total, { bytes }) => total + bytes, 0);

  await page.locator("button.time").first().waitFor();
  const untilTimes = sum(fetched);
  await page.locator("button.time").first().click();
  await page.locator("#name").fill("Ada Byron");
  await page.locator("#email").fill("ada@example.com");
  await page.keyboard.press("Enter");
  await page.locator("#code").fill("123456");
  await page.keyboard.press("Enter");
  await page.locator("button.pay").click();
  await page.waitForURL("https://pay.test/checkout");

  const before = fetched.splice(0);
  state = "confirmed";
  await opened.go("/?tessera_return=code-1");
  await page.getByText("Your session is booked").waitFor();
  const kept = new Set(before.map(({ url }) => url).filter((url) => !url.endsWith("/rpc")));
  const whole = sum(before) + sum(fetched.filter(({ url }) => !kept.has(url)));
  return { opened, untilTimes, whole };
}

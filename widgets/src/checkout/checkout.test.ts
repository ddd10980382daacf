import { emulateMedia } from "@web/test-runner-commands";
import { assert } from "chai";
import { assertAccessible } from "../../test/accessible.ts";
import { booking, goodAnswers, order, payment, present, session } from "../../test/coach.ts";
import { type Answers, type OutputOf } from "../../test/fake-api.ts";
import { stage, type StageOptions, strike } from "../../test/stage.ts";
import { TesseraCheckout } from "./checkout.ts";

const opened = ({ attributes, ...options }: StageOptions = {}) =>
  stage("tessera-checkout", {
    before: ({ session: current }) => current.begin(session),
    ...options,
    attributes: { order: order.id, ...attributes },
  });

const withOrder = (changes: Partial<Omit<OutputOf<"orders.getOrder">, "lines">>): Answers => ({
  "orders.getOrder": () => ({ ...order, ...changes }),
});

/** Opens the page as the gateway sends the visitor back to it. */
const cameBack = (answers: Answers) => {
  history.replaceState(null, "", "?campaign=1&tessera_return=code-1");
  return opened({ answers });
};

describe("<tessera-checkout>", () => {
  before(() => emulateMedia({ reducedMotion: "reduce" }));
  afterEach(() => {
    strike();
    history.replaceState(null, "", location.pathname);
  });

  it("shows what is paid for, how much and until when", async () => {
    const set = await opened();
    await set.until(() => set.find("button.pay"));
    assert.instanceOf(set.widget, TesseraCheckout);
    assert.include(set.text(), "Career clarity session €90");
    assert.include(set.text(), "Total €90");
    assert.equal(set.find("button.pay").innerText.trim(), "Pay €90");
    await set.until(() => /Please pay within (30:00|29:5\d)/.test(set.text()));
    assert.equal(set.widget.state, "ready");
    await assertAccessible(set.widget);
  });

  describe("an order in credits", () => {
    const inCredits = {
      ...order,
      lines: [{ title: "Career clarity session", quantity: 1, amountMinor: 10 }],
      totalMinor: 10,
      currency: "credits",
    };
    const wallet = {
      balances: [{ unit: "credits", digits: 0, available: 15, held: 10, pendingPayout: 0, expiring: [] }],
      waiting: [],
      referral: { code: null, bonus: 25, joined: 0, qualified: 0 },
    };
    /** Agreed as soon as the credits are spent. */
    const answers = (): Answers => {
      let state = "awaiting_payment";
      return {
        "orders.getOrder": () => ({ ...inCredits, state }),
        "money.getWallet": () => wallet,
        "orders.spendCredits": () => {
          state = "confirmed";
          return { ...inCredits, state };
        },
      };
    };

    it("is paid on this page, and says how many are left", async () => {
      const set = await opened({ answers: answers() });
      await set.until(() => set.text().includes("You then have 15 credits left."));
      assert.equal(set.find("button.pay").innerText.trim(), "Pay 10 credits");
      await assertAccessible(set.widget);
      const paid: unknown[] = [];
      set.widget.addEventListener("tessera-order-paid", (event) => paid.push(event));
      set.find("button.pay").click();
      await set.until(() => set.widget.state === "done");
      assert.equal(paid.length, 1);
    });

    for (const [locale, words] of [
      ["zh-CN", "支付 10 积分"],
      ["ar", "ادفع 10 نقاط"],
    ] as const)
      it(`speaks ${locale}`, async () => {
        const set = await opened({ answers: answers(), locale });
        await set.until(() => set.find("button.pay"));
        assert.equal(set.find("button.pay").innerText.trim(), words);
      });

    it("says when they are gone meanwhile", async () => {
      const gone = () => ({ status: 409, code: "orders.not_possible", params: { state: "expired" } });
      const set = await opened({ answers: { ...answers(), "orders.spendCredits": gone } });
      await set.until(() => set.find("button.pay"));
      set.find("button.pay").click();
      await set.until(() => set.find("[role=alert]"));
      assert.equal(set.widget.state, "ready");
    });
  });

  it("asks for the pay page once, to come back to this page without an old code", async () => {
    history.replaceState(null, "", "?campaign=1&tessera_return=old");
    const used = () => ({ status: 410, code: "money.return_code_invalid" });
    const set = await opened({ answers: { "orders.payOrder": () => "never", "orders.redeemReturn": used } });
    await set.until(() => set.find("button.pay"));
    set.find("button.pay").click();
    set.find("button.pay").click();
    await set.until(() => set.find("button.pay").getAttribute("aria-busy") === "true");
    const calls = set.api.calls.filter(({ path }) => path === "orders.payOrder");
    assert.lengthOf(calls, 1);
    const back = new URL(String(calls[0]?.input["returnUrl"]));
    assert.equal(
      `${back.origin}${back.pathname}${back.search}`,
      `${location.origin}${location.pathname}?campaign=1`,
    );
    assert.match(calls[0]?.headers["idempotency-key"] ?? "", /^[0-9a-f]{32}$/);
  });

  it("stays when the page says no", async () => {
    const set = await opened();
    await set.until(() => set.find("button.pay"));
    set.widget.addEventListener("tessera-before-order-pay", (event) => event.preventDefault());
    set.find("button.pay").click();
    await new Promise((resolve) => setTimeout(resolve, 50));
    assert.notInclude(set.api.paths, "orders.payOrder");
  });

  it("says when the pay page cannot be had, and that it can be tried again", async () => {
    const message =
      "The payment gateway does not answer at the moment. Nothing was charged. Try again shortly.";
    const set = await opened({
      answers: { "orders.payOrder": () => ({ status: 409, code: "money.no_gateway", message }) },
    });
    await set.until(() => set.find("button.pay"));
    set.find("button.pay").click();
    await set.until(() => set.find("[role=alert]").innerText.includes(message));
    await assertAccessible(set.widget);
    assert.equal(set.find("button.pay").getAttribute("aria-busy"), "false");
  });

  describe("after the pay page", () => {
    it("waits for the gateway's word, then for the order, and tells the page once", async () => {
      let status: OutputOf<"money.verifyPayment">["status"] = "pending";
      let state = "awaiting_payment";
      const set = await cameBack({
        "money.verifyPayment": () => ({ ...payment, status }),
        "orders.getOrder": () => ({ ...order, state }),
      });
      const heard: CustomEvent[] = [];
      set.widget.addEventListener("tessera-order-paid", (event) => heard.push(event));
      await set.until(() => set.text().includes("Your payment is being confirmed."));
      await assertAccessible(set.widget);
      assert.equal(location.search, "?campaign=1");
      status = "succeeded";
      const looks = () => set.api.paths.filter((path) => path === "orders.getOrder").length;
      const before = looks();
      await set.until(() => looks() > before);
      assert.include(set.text(), "Your payment is being confirmed.");
      state = "confirmed";
      await set.until(() => set.text().includes("Paid. Thank you."));
      assert.deepEqual(
        heard.map(({ detail }) => detail),
        [{ orderId: order.id, bookingId: order.bookingId }],
      );
      assert.equal(set.widget.state, "done");
      assert.equal(set.api.paths.filter((path) => path === "orders.redeemReturn").length, 1);
    }).timeout(15_000);

    it("says that nothing was charged when the card was declined, and offers to pay again", async () => {
      const set = await cameBack({
        "orders.redeemReturn": () => ({ order, booking, payment: { id: payment.id, status: "failed" } }),
      });
      await set.until(() => set.find("[role=alert]").innerText.includes("nothing was charged"));
      assert.isNotNull(set.find("button.pay"));
      await assertAccessible(set.widget);
    });

    it("goes by the order alone when the code was used before", async () => {
      const set = await cameBack({
        "orders.redeemReturn": () => ({ status: 410, code: "money.return_code_invalid" }),
        ...withOrder({ state: "confirmed", payUntil: null }),
      });
      await set.until(() => set.text().includes("Paid. Thank you."));
    });

    it("shows the order also when the sign-in was lost on the way", async () => {
      const set = await cameBack({
        "orders.getOrder": () => ({ status: 401, code: "request.unauthenticated" }),
        "orders.redeemReturn": () => ({
          order: { ...order, state: "confirmed", payUntil: null },
          booking,
          payment: { id: payment.id, status: "succeeded" },
        }),
      });
      await set.until(() => set.text().includes("Paid. Thank you."));
    });

    it("leaves the return of another order alone", async () => {
      const set = await cameBack({
        "orders.redeemReturn": () => ({
          order: { ...order, id: "another" },
          booking,
          payment: { id: payment.id, status: "pending" },
        }),
      });
      await set.until(() => set.find("button.pay"));
      assert.notInclude(set.text(), "being confirmed");
    });
  });

  for (const [what, changes, says] of [
    ["paid", { state: "confirmed" }, "Paid. Thank you."],
    ["free", { state: "confirmed", totalMinor: 0 }, "Confirmed. Thank you."],
    ["held since", { state: "settled" }, "Paid. Thank you."],
    ["expired", { state: "expired" }, "nothing was charged. Please choose a new time."],
    ["paid too late", { state: "expired", refundedMinor: 9000 }, "The whole amount is refunded to you."],
    ["cancelled", { state: "cancelled" }, "This order is cancelled."],
  ] as const) {
    for (const locale of ["en-US", "zh-CN", "ar"]) {
      it(`an order that is ${what} is shown in ${locale}`, async () => {
        const set = await opened({ locale, answers: withOrder({ payUntil: null, ...changes }) });
        await set.until(() => set.widget.state === "done" && set.find(".root").lang === locale);
        if (locale === "en-US") assert.include(set.text(), says);
        await assertAccessible(set.widget);
      });
    }
  }

  it("tells the page that an order ran out while it was shown", async () => {
    const startedAt = Date.now();
    let state = "awaiting_payment";
    const set = await opened({
      now: () => present + 30 * 60_000 - 1_500 + Date.now() - startedAt,
      answers: { "orders.getOrder": () => ({ ...order, state }) },
    });
    await set.until(() => set.find("button.pay"));
    state = "expired";
    const expired = new Promise<Event>((resolve) =>
      set.widget.addEventListener("tessera-order-expired", resolve),
    );
    assert.deepEqual(((await expired) as CustomEvent).detail, { orderId: order.id });
    assert.include(set.text(), "Please choose a new time.");
  });

  it("without an order says so", async () => {
    const set = await opened({ attributes: { order: "" } });
    await set.until(() => set.text().includes("There is no order to pay here."));
    assert.equal(set.widget.state, "empty");
  });

  it("an order of somebody else is an error with the API's sentence", async () => {
    const message = "This does not exist, or you may not see it.";
    const set = await opened({
      answers: { "orders.getOrder": () => ({ status: 404, code: "request.not_found", message }) },
    });
    await set.until(() => set.text().includes(message));
    await assertAccessible(set.widget);
    set.api.answers = goodAnswers;
    set.find("[role=alert] button").click();
    await set.until(() => set.find("button.pay"));
  });
});

import { emulateMedia } from "@web/test-runner-commands";
import { assert } from "chai";
import { assertAccessible } from "../../test/accessible.ts";
import { order, payment, present, session } from "../../test/coach.ts";
import { type Answers, type OutputOf } from "../../test/fake-api.ts";
import { stage, type StageOptions, strike } from "../../test/stage.ts";
import { TesseraCheckout } from "./checkout.ts";

const gateways = ["alipay", "wechat_pay"];
const waiting: OutputOf<"orders.getOrder"> = { ...order, currency: "CNY", gateways };
const code = { size: 29, path: "M4 4h7v1h-7z" };

const opened = (answers: Answers = {}, options: StageOptions = {}) =>
  stage("tessera-checkout", {
    before: ({ session: current }) => current.begin(session),
    ...options,
    attributes: { order: order.id },
    answers: { "orders.getOrder": () => waiting, ...answers },
  });

const scanned = (expiresAt = payment.expiresAt): Answers => ({
  "orders.payOrder": () => ({ url: "weixin://wxpay/1", code, paymentId: payment.id, expiresAt }),
});

describe("<tessera-checkout> with several ways to pay", () => {
  before(() => emulateMedia({ reducedMotion: "reduce" }));
  afterEach(() => strike());

  for (const [locale, first, second] of [
    ["en-US", "Alipay", "WeChat Pay"],
    ["zh-CN", "支付宝", "微信支付"],
    ["ar", "محفظة Alipay", "محفظة WeChat Pay"],
  ] as const)
    it(`offers them in the site's order, the first one chosen, in ${locale}`, async () => {
      const set = await opened({}, { locale });
      await set.until(() => set.text().includes(first) && set.find(".root").lang === locale);
      const text = set.text();
      assert.isBelow(text.indexOf(first), text.indexOf(second));
      assert.instanceOf(set.widget, TesseraCheckout);
      assert.equal(set.find(".ways label:has(:checked)").innerText.trim(), first);
      assert.include(set.find("button.pay").innerText, first);
      await assertAccessible(set.widget);
    });

  it("asks for the page of the way that was chosen", async () => {
    const set = await opened({ "orders.payOrder": () => "never" });
    await set.until(() => set.text().includes("WeChat Pay"));
    set.find(".ways label:last-of-type input").click();
    await set.until(() => set.find("button.pay").innerText.includes("WeChat Pay"));
    set.find("button.pay").click();
    await set.until(() => set.api.paths.includes("orders.payOrder"));
    const call = set.api.calls.find(({ path }) => path === "orders.payOrder");
    assert.equal(String(call?.input["gateway"]), "wechat_pay");
  });

  it("shows a code, follows the payment, and goes back to the choice", async () => {
    let status: OutputOf<"money.verifyPayment">["status"] = "pending";
    let state = "awaiting_payment";
    const set = await opened({
      ...scanned(),
      "orders.getOrder": () => ({ ...waiting, state }),
      "money.verifyPayment": () => ({ ...payment, status }),
    });
    await set.until(() => set.text().includes("WeChat Pay"));
    set.find("button.pay").click();
    await set.until(() => set.text().includes("Open WeChat on your phone"));
    assert.equal(set.find(".code svg").getAttribute("viewBox"), "0 0 29 29");
    assert.equal(set.find(".code path").getAttribute("d"), code.path);
    const { width, height } = set.find(".code svg").getBoundingClientRect();
    assert.equal(width, height);
    assert.isAtLeast(width, 200);
    await assertAccessible(set.widget);
    set.find(".code button").click();
    await set.until(() => set.text().includes("How would you like to pay?"));
    set.find("button.pay").click();
    await set.until(() => set.text().includes("Open WeChat on your phone"));
    status = "succeeded";
    state = "confirmed";
    await set.until(() => set.text().includes("Paid. Thank you."));
  }).timeout(15_000);

  it("a code that has expired can be had anew", async () => {
    const set = await opened(scanned(new Date(present - 1000).toISOString()));
    await set.until(() => set.text().includes("WeChat Pay"));
    set.find("button.pay").click();
    await set.until(() => set.text().includes("This code has expired"));
    await assertAccessible(set.widget);
    set.api.answers = { ...set.api.answers, ...scanned() };
    set.find(".code .primary").click();
    await set.until(() => set.text().includes("Open WeChat on your phone"));
  });

  it("says when a way is not offered any more", async () => {
    const message = "This way to pay is not offered for this order. Choose another one.";
    const refused = {
      "orders.payOrder": () => ({ status: 409, code: "money.gateway_not_offered", message }),
    };
    const set = await opened(refused);
    await set.until(() => set.text().includes("WeChat Pay"));
    set.find("button.pay").click();
    await set.until(() => set.find("[role=alert]").innerText.includes(message));
    await assertAccessible(set.widget);
  });
});

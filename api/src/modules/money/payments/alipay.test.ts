import assert from "node:assert/strict";
import { test } from "node:test";
import { AlipayServer } from "../../../../test/alipay-server.ts";
import { gatewayJourney } from "../../../../test/gateway-journey.ts";
import { AlipayGateway } from "../../../platform/providers/payments/alipay.ts";
import { toBeijing } from "../../../platform/providers/payments/alipay/beijing-time.ts";
import { wallClock } from "../../../platform/clock.ts";
import { type CheckoutCommand, type GatewayError } from "../../../platform/providers/payments/port.ts";
import { minutes, plus } from "../../../platform/time.ts";

const gatewayAt = (
  server: AlipayServer,
  changes: Partial<{ privateKey: string; alipayPublicKey: string }> = {},
) =>
  new AlipayGateway({
    appId: server.appId,
    privateKey: server.privateKey,
    alipayPublicKey: server.publicKey,
    url: server.url,
    isLive: false,
    ...changes,
  });

gatewayJourney(async () => {
  const server = await new AlipayServer().open();
  const fieldsOf = (body: Buffer) => {
    const { sign: _, sign_type: __, ...fields } = Object.fromEntries(new URLSearchParams(body.toString()));
    return fields;
  };
  return {
    server,
    gateway: gatewayAt(server),
    currency: "CNY",
    listen: () => {},
    visit: (url) => server.visit(url),
    resigned: ({ body }, { at, by }) =>
      server.signed({ ...fieldsOf(body), ...(at && { notify_time: toBeijing(at) }) }, by),
    altered: ({ headers, body }) => ({
      headers,
      body: Buffer.from(body.toString().replace("total_amount=50.00", "total_amount=51.00")),
    }),
  };
});

const command = (changes: Partial<CheckoutCommand> = {}): CheckoutCommand => ({
  paymentId: "01890000-0000-7000-8000-000000000001",
  key: "1",
  amountMinor: 10,
  currency: "CNY",
  description: "60 分钟/会话 a=b&c",
  returnUrl: "https://site.example/x?tessera_return=abc",
  notifyUrl: "https://api.example/hook",
  locale: "zh-CN",
  device: "desktop",
  closesAt: plus(wallClock(), minutes(40)).toISOString(),
  ...changes,
});
const patience = () => ({ signal: AbortSignal.timeout(5000) });

test("computers and phones have pages of their own, and amounts are yuan", async (context) => {
  const server = await new AlipayServer().open();
  context.after(() => server.stop());
  const gateway = gatewayAt(server);
  for (const [device, method, product] of [
    ["desktop", "alipay.trade.page.pay", "FAST_INSTANT_TRADE_PAY"],
    ["phone", "alipay.trade.wap.pay", "QUICK_WAP_WAY"],
  ] as const) {
    const { url } = await gateway.createCheckout(command({ device }), patience());
    const { searchParams } = new URL(url);
    assert.equal(searchParams.get("method"), method);
    const asked = JSON.parse(searchParams.get("biz_content") ?? "");
    assert.equal(asked.product_code, product);
    assert.equal(asked.total_amount, "0.10");
    assert.equal(asked.subject, "60 分钟 会话 a b c");
    assert.equal(searchParams.get("return_url"), command().returnUrl);
    server.visit(url);
  }
});

test("the test of credentials: right ones, another key, another public key, nobody there", async (context) => {
  const server = await new AlipayServer().open();
  const other = await new AlipayServer().open();
  context.after(() => server.stop());
  const gone = gatewayAt(other);
  const { privateKey, publicKey: alipayPublicKey } = other;
  await other.stop();
  assert.equal((await gatewayAt(server).check(patience())).code, "works");
  assert.equal((await gatewayAt(server, { privateKey }).check(patience())).code, "refused");
  assert.equal((await gatewayAt(server, { alipayPublicKey }).check(patience())).code, "settings");
  assert.equal((await gone.check(patience())).code, "unreachable");
  const payment = { paymentId: "", checkoutId: "1", gatewayPaymentId: null, refundIds: [] };
  // They are mended, and the call repeated.
  for (const changes of [{ privateKey }, { alipayPublicKey }])
    await assert.rejects(
      gatewayAt(server, changes).getPayment(payment, patience()),
      (refusal: GatewayError) => !refusal.isFinal,
    );
});

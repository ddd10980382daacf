import assert from "node:assert/strict";
import { test } from "node:test";
import { gatewayJourney } from "../../../../test/gateway-journey.ts";
import { WechatPayServer } from "../../../../test/wechat-pay-server.ts";
import { wallClock } from "../../../platform/clock.ts";
import { type GatewayError } from "../../../platform/providers/payments/port.ts";
import { WechatPayGateway, type WechatPaySettings } from "../../../platform/providers/payments/wechat-pay.ts";
import { minutes, plus } from "../../../platform/time.ts";

const gatewayAt = (server: WechatPayServer, changes: Partial<WechatPaySettings> = {}) => {
  const { merchantId, appId, serialNumber, privateKey, publicKey, publicKeyId, apiV3Key, url } = server;
  const entered = { merchantId, appId, serialNumber, privateKey, publicKey, publicKeyId, apiV3Key };
  return new WechatPayGateway({ ...entered, url, isLive: false, ...changes });
};

gatewayJourney(async () => {
  const server = await new WechatPayServer().open();
  return {
    server,
    gateway: gatewayAt(server),
    currency: "CNY",
    listen: () => {},
    visit: () => {},
    resigned: ({ body }, { at, by }) => ({ headers: server.sign(body.toString(), at, by), body }),
    altered: ({ headers, body }) => ({
      headers,
      body: Buffer.from(body.toString().replace("TRANSACTION.SUCCESS", "TRANSACTION.REFUNDED")),
    }),
  };
});

const patience = () => ({ signal: AbortSignal.timeout(5000) });

test("the test of credentials: right ones, another key, another public key, nobody there", async (context) => {
  const server = await new WechatPayServer().open();
  const other = await new WechatPayServer().open();
  context.after(() => server.stop());
  const gone = gatewayAt(other);
  const { privateKey, publicKey } = other;
  await other.stop();
  assert.equal((await gatewayAt(server).check(patience())).code, "works");
  assert.equal((await gatewayAt(server, { privateKey }).check(patience())).code, "refused");
  assert.equal((await gone.check(patience())).code, "unreachable");
  const payment = { paymentId: "", checkoutId: "1", gatewayPaymentId: null, refundIds: [] };
  await assert.rejects(
    gatewayAt(server, { privateKey }).getPayment(payment, patience()),
    (refusal: GatewayError) => !refusal.isFinal,
  );
  // Only answers to what was found are signed.
  await assert.rejects(
    gatewayAt(server, { publicKey }).createCheckout(
      {
        paymentId: "01890000-0000-7000-8000-000000000001",
        key: "1",
        amountMinor: 10,
        currency: "CNY",
        description: "60 分钟",
        returnUrl: "https://site.example/",
        notifyUrl: "https://api.example/hook",
        locale: "zh-CN",
        device: "phone",
        closesAt: plus(wallClock(), minutes(10)).toISOString(),
      },
      patience(),
    ),
    (refusal: GatewayError) => !refusal.isFinal,
  );
});

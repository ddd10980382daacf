import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { AlipayServer } from "../../../../test/alipay-server.ts";
import { openPayCounter, type PayCounter, workOff } from "../../../../test/pay-counter.ts";
import { PayPalServer } from "../../../../test/paypal-server.ts";
import { WechatPayServer } from "../../../../test/wechat-pay-server.ts";
import { wallClock } from "../../../platform/clock.ts";
import { newId } from "../../../platform/ids.ts";
import { AlipayGateway } from "../../../platform/providers/payments/alipay.ts";
import { PayPalGateway } from "../../../platform/providers/payments/paypal.ts";
import { WechatPayGateway } from "../../../platform/providers/payments/wechat-pay.ts";
import { Payment } from "../models/payment.ts";
import { type MoneyHouse, openMoneyHouse } from "../testing.ts";
import { payGatewaysOf } from "./pay-gateways.ts";

let house: MoneyHouse;
let counter: PayCounter;
const alipay = new AlipayServer();
const wechatPay = new WechatPayServer();
const payPal = new PayPalServer();
const servers = [alipay, wechatPay, payPal];

before(async () => {
  await Promise.all(servers.map((server) => server.open()));
  house = await openMoneyHouse();
  const { appId, privateKey, publicKey: alipayPublicKey, url } = alipay;
  const { merchantId, serialNumber, apiV3Key, publicKey, publicKeyId } = wechatPay;
  const { clientId, clientSecret, webhookId } = payPal;
  const isLive = false;
  const gateways = [
    new WechatPayGateway({
      merchantId,
      serialNumber,
      apiV3Key,
      publicKey,
      publicKeyId,
      appId: wechatPay.appId,
      privateKey: wechatPay.privateKey,
      url: wechatPay.url,
      isLive,
    }),
    new AlipayGateway({ appId, privateKey, alipayPublicKey, url, isLive }),
    new PayPalGateway({ clientId, clientSecret, webhookId, url: payPal.url, isLive }),
  ].map((gateway) => ({ connectionId: newId(wallClock()), gateway }));
  counter = await openPayCounter(house, {
    connections: {
      list: async () => gateways,
      find: async (_scope, name, id) =>
        gateways.find(({ gateway, connectionId }) => gateway.name === name && connectionId === id) ?? null,
    },
  });
});
after(async () => {
  await counter.close();
  await Promise.all(servers.map((server) => server.stop()));
  await house.close();
});

const read = (id: string) =>
  house.inspect(
    async (scope) => (await scope.read<Payment>`select * from ${Payment} p where id = ${id}`)[0]!,
  );

test("the gateways that take the currency, in the site's order; nothing to choose where one page is left", async () => {
  const offered = (currency: string) => house.inspect((scope) => payGatewaysOf(scope, currency));
  assert.deepEqual(await offered("CNY"), ["wechat_pay", "alipay"]);
  assert.equal(await offered("EUR"), undefined);
  assert.equal(await offered("KWD"), undefined);
});

test("who names no gateway is sent to a page; a named one is taken, or refused", async () => {
  const gatewayOf = async (request: Parameters<PayCounter["checkOut"]>[0]) =>
    (await read((await counter.checkOut(request)).paymentId)).gateway;
  assert.equal(await gatewayOf({ currency: "CNY" }), "alipay");
  assert.equal(await gatewayOf({ currency: "EUR" }), "paypal");
  assert.equal(await gatewayOf({ currency: "CNY", gateway: "wechat_pay" }), "wechat_pay");
  for (const gateway of ["stripe", "paypal", "test", "__proto__"])
    await assert.rejects(counter.checkOut({ currency: "CNY", gateway }), {
      code: "money.gateway_not_offered",
    });
  await assert.rejects(counter.checkOut({ currency: "KWD" }), { code: "money.currency_not_supported" });
});

test("another gateway for the same order: the first checkout is closed, and asked for again the second is the same", async () => {
  const orderId = newId(wallClock());
  const first = await counter.checkOut({ orderId, currency: "CNY", gateway: "wechat_pay" });
  assert.match(first.url, /^weixin:/);
  const second = await counter.checkOut({ orderId, currency: "CNY", gateway: "alipay" });
  assert.notEqual(second.paymentId, first.paymentId);
  await workOff(house);
  const { checkoutId, status } = await read(first.paymentId);
  assert.equal(status, "expired");
  await assert.rejects(wechatPay.pay(checkoutId ?? ""));
  const again = await counter.checkOut({ orderId, currency: "CNY", gateway: "alipay" });
  assert.equal(again.paymentId, second.paymentId);
});

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { AlipayServer } from "../../../../test/alipay-server.ts";
import { TestHouse } from "../../../../test/house.ts";
import { PayPalServer } from "../../../../test/paypal-server.ts";
import { WechatPayServer } from "../../../../test/wechat-pay-server.ts";
import { OrderDesk } from "../../orders/testing.ts";

interface ConnectionAnswer {
  readonly id: string;
  readonly vendor: string;
  readonly state: string;
  readonly mode: string;
  readonly hint: string;
  readonly account: string | null;
  readonly options: Readonly<Record<string, string>>;
  readonly hookUrl: string | null;
  readonly test: { readonly code: string; readonly sentence: string } | null;
}

let house: TestHouse;
let alipay: AlipayServer;
let wechatPay: WechatPayServer;
let payPal: PayPalServer;
let desk: OrderDesk;

before(async () => {
  [alipay, wechatPay, payPal] = await Promise.all([
    new AlipayServer().open(),
    new WechatPayServer().open(),
    new PayPalServer().open(),
  ]);
  house = await TestHouse.open({
    variables: {
      ALIPAY_SANDBOX_URL: alipay.url,
      WECHAT_PAY_SANDBOX_URL: wechatPay.url,
      PAYPAL_SANDBOX_URL: payPal.url,
    },
  });
  desk = await OrderDesk.open(house);
});
after(async () => {
  await house.close();
  await Promise.all([alipay.stop(), wechatPay.stop(), payPal.stop()]);
  assert.deepEqual(house.bugs, []);
});

const call = <Result = ConnectionAnswer>(name: string, input: object, at = desk) =>
  house.ok<Result>(`integrations.${name}`, input, { headers: at.office });

const entered = {
  alipay: () => ({
    vendor: "alipay",
    environment: "sandbox",
    appId: alipay.appId,
    privateKey: alipay.privateKey,
    publicKey: alipay.publicKey,
  }),
  wechat_pay: () => ({
    vendor: "wechat_pay",
    environment: "sandbox",
    merchantId: wechatPay.merchantId,
    appId: wechatPay.appId,
    serialNumber: wechatPay.serialNumber,
    // As a form's field of one line sends it.
    privateKey: wechatPay.privateKey.replaceAll("\n", ""),
    apiV3Key: wechatPay.apiV3Key,
    publicKey: wechatPay.publicKey,
    publicKeyId: wechatPay.publicKeyId,
  }),
  paypal: () => ({
    vendor: "paypal",
    environment: "sandbox",
    clientId: payPal.clientId,
    clientSecret: payPal.clientSecret,
    webhookId: payPal.webhookId,
  }),
};

async function connect(vendor: keyof typeof entered, at = desk): Promise<ConnectionAnswer> {
  const added = await call("createConnection", entered[vendor](), at);
  if (added.hookUrl) payPal.webhookUrl = added.hookUrl;
  return call("testConnection", { id: added.id }, at);
}

test("entered, tested and used; secrets are never shown again", async () => {
  for (const vendor of ["alipay", "wechat_pay", "paypal"] as const) {
    const connection = await connect(vendor);
    assert.equal(connection.test?.code, "works", vendor);
    assert.equal(connection.state, "active");
    assert.equal(connection.mode, "test");
    assert.match(connection.hint, /^….{4}$/);
    const secrets = [alipay.privateKey, wechatPay.apiV3Key, payPal.clientSecret];
    assert.ok(secrets.every((secret) => !JSON.stringify(connection).includes(secret)));
    assert.equal(connection.hookUrl !== null, vendor === "paypal");
  }
});

test("a booking that is paid on PayPal's page: approved by the payer, captured by us", async () => {
  const order = await desk.place();
  const url = await desk.enter(order);
  assert.ok(url.startsWith(`${payPal.url}/checkoutnow/`), url);
  await desk.choose(url, "paid");
  await desk.becomes(order, "confirmed");
  assert.equal((await desk.purse(order)).escrow, 4501);
});

test("400 what is no key, and sandboxes where there is none", async () => {
  const refused = (input: object) =>
    house.refused("integrations.createConnection", input, { headers: desk.office });
  const other = await OrderDesk.open(house);
  const at = { headers: other.office };
  for (const changes of [
    { privateKey: "key" },
    { publicKey: alipay.privateKey },
    { appId: "1" },
    { environment: "x" },
  ])
    assert.equal(
      await house.refused("integrations.createConnection", { ...entered.alipay(), ...changes }, at),
      "400 request.invalid_input",
    );
  assert.equal(await refused({ ...entered.alipay() }), "409 integrations.already_connected");
  const live = { ...entered.wechat_pay(), environment: "live" };
  assert.equal(
    await house.refused("integrations.createConnection", live, at),
    "409 integrations.live_credentials",
  );
});

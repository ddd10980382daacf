import assert from "node:assert/strict";
import { test } from "node:test";
import { gatewayJourney } from "../../../../test/gateway-journey.ts";
import { PayPalServer } from "../../../../test/paypal-server.ts";
import { wallClock } from "../../../platform/clock.ts";
import { PayPalGateway, type PayPalSettings } from "../../../platform/providers/payments/paypal.ts";
import {
  type CheckoutCommand,
  EventRefused,
  GatewayError,
} from "../../../platform/providers/payments/port.ts";
import { minutes, plus } from "../../../platform/time.ts";

const gatewayAt = (
  { clientId, clientSecret, webhookId, url }: PayPalServer,
  changes: Partial<PayPalSettings> = {},
) => new PayPalGateway({ clientId, clientSecret, webhookId, url, isLive: false, ...changes });

gatewayJourney<PayPalServer>(async () => {
  const server = await new PayPalServer().open();
  return {
    server,
    gateway: gatewayAt(server),
    currency: "EUR",
    listen: (address) => {
      server.webhookUrl = address;
    },
    visit: () => {},
    resigned: ({ body }, how) => server.signed(body.toString(), how),
    altered: ({ headers, body }) => ({
      headers,
      body: Buffer.from(body.toString().replace("50.00", "51.00")),
    }),
    async alsoHappens(payPal, orderId) {
      await payPal.dispute(orderId, "open");
      await payPal.dispute(orderId, "RESOLVED_BUYER_FAVOUR");
    },
  };
});

const patience = () => ({ signal: AbortSignal.timeout(5000) });
const command = (changes: Partial<CheckoutCommand> = {}): CheckoutCommand => ({
  paymentId: "01890000-0000-7000-8000-000000000001",
  key: "01890000-0000-7000-8000-000000000001",
  amountMinor: 1000,
  currency: "EUR",
  description: "60 minutes",
  returnUrl: "https://site.example/",
  notifyUrl: "https://api.example/hook",
  locale: "en",
  device: "desktop",
  closesAt: plus(wallClock(), minutes(10)).toISOString(),
  ...changes,
});

test("a capture the payer's bank refuses is a declined attempt, and the next one counts", async (context) => {
  const server = await new PayPalServer().open();
  context.after(() => server.stop());
  const gateway = gatewayAt(server);
  const { checkoutId } = await gateway.createCheckout(command(), patience());
  await server.pay(checkoutId);
  server.refuseCapture(checkoutId);
  const { paymentId } = command();
  const payment = { paymentId, checkoutId, gatewayPaymentId: null, refundIds: [] };
  const stateOf = async () => {
    const [fact] = await gateway.getPayment(payment, patience());
    return fact?.about === "payment" ? fact.state : null;
  };
  assert.equal(await stateOf(), "declined");
  assert.equal(await stateOf(), "paid");
});

test("certificates from elsewhere and events of another webhook are refused", async (context) => {
  const server = await new PayPalServer().open();
  const other = await new PayPalServer().open();
  context.after(() => Promise.all([server.stop(), other.stop()]));
  const gateway = gatewayAt(server);
  const body = server.event("PAYMENT.CAPTURE.COMPLETED", {});
  const { headers } = other.signed(body);
  const read = (changed: Record<string, string>) =>
    gateway.verifyEvent({ headers: { ...headers, ...changed }, body: Buffer.from(body) }, wallClock());
  const path = "/v1/notifications/certs/CERT-1";
  for (const address of [
    `${other.url}${path}`,
    `https://api.paypal.com.evil.example${path}`,
    `${server.url}@evil.example${path}`,
    `${server.url}/v1/notifications/certs/../../other`,
    `${server.url}${path}?x=1`,
    "file:///etc/passwd",
    "",
  ])
    await assert.rejects(read({ "paypal-cert-url": address }), EventRefused, address);
  assert.deepEqual([...server.calls, ...other.calls], []);
  await assert.rejects(async () => {
    const event = server.signed(body, { webhookId: "WH-OTHER" });
    await gateway.verifyEvent(event, wallClock());
  }, EventRefused);
});

test("while PayPal's certificate cannot be had, an event is put off and not refused", async (context) => {
  const server = await new PayPalServer().open();
  context.after(() => server.stop());
  const gateway = gatewayAt(server);
  const event = server.signed(server.event("OTHER.THING", {}));
  server.plan = [503];
  await assert.rejects(gateway.verifyEvent(event, wallClock()), GatewayError);
  assert.equal((await gateway.verifyEvent(event, wallClock())).type, "OTHER.THING");
});

test("the test of credentials: right ones, no webhook, another secret, nobody there", async (context) => {
  const server = await new PayPalServer().open();
  const other = await new PayPalServer().open();
  context.after(() => server.stop());
  const gone = gatewayAt(other);
  await other.stop();
  const hook = "https://api.example/hook";
  const codeOf = async (gateway: PayPalGateway) => (await gateway.check(hook, patience())).code;
  assert.equal(await codeOf(gatewayAt(server)), "no_events");
  assert.equal(await codeOf(gatewayAt(server, { webhookId: null })), "no_secret");
  server.webhookUrl = hook;
  assert.equal(await codeOf(gatewayAt(server)), "works");
  assert.equal(await codeOf(gatewayAt(server, { webhookId: "WH-OTHER" })), "no_events");
  assert.equal(await codeOf(gatewayAt(server, { clientSecret: "other" })), "refused");
  assert.equal(await codeOf(gone), "unreachable");
});

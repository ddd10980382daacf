import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { TestHouse, type TestSite } from "../../../../test/house.ts";
import { Payee, type PayoutAnswer } from "../../../../test/payee.ts";
import { StripeServer } from "../../../../test/stripe-server.ts";
import { wallClock } from "../../../platform/clock.ts";
import { newId } from "../../../platform/ids.ts";
import { OperatorTask } from "../../../platform/operator-tasks.ts";
import { plus } from "../../../platform/time.ts";
import { setTimer } from "../../../platform/timers/timer.ts";
import { watchPayoutName } from "./watch-payout.ts";

let house: TestHouse;
let site: TestSite;
let server: StripeServer;
let office: Record<string, string>;

const returnUrl = "https://site.example/wallet";

before(async () => {
  server = await StripeServer.start();
  house = await TestHouse.open({ variables: { STRIPE_URL: server.url } });
  site = await house.site("Stripe payouts", { tenancy: { allowedOrigins: ["https://site.example"] } });
  office = { Authorization: `Bearer ${site.sandboxKeys.secretKey}` };
  const { secretKey, webhookSecret } = server;
  const connect = <Result>(name: string, input: object) =>
    house.ok<Result>(`integrations.${name}`, input, { headers: withKey() });
  const added = await connect<{ id: string; hookUrl: string }>("createConnection", {
    vendor: "stripe",
    secretKey,
    webhookSecret,
  });
  server.webhookUrl = added.hookUrl;
  server.account.endpoints.push(added.hookUrl);
  await connect("testConnection", { id: added.id });
});
after(async () => {
  await house.close();
  await server.stop();
  assert.deepEqual(house.bugs, []);
});

const withKey = () => ({ ...office, "Idempotency-Key": newId(wallClock()) });

/** Somebody who is paid by Stripe. */
async function ready(amount: number): Promise<Payee> {
  const payee = await Payee.earning({ house, tenant: site.sandbox, server: office }, amount, {
    hasAccount: false,
  });
  const { url } = await payee.call<{ url: string }>("connectPayoutAccount", { country: "DE", returnUrl });
  server.connect.finishPage(url.split("/").at(-1) ?? "");
  await payee.call("checkPayoutAccount");
  return payee;
}

const decide = (decision: string, id: string, reason?: string) =>
  house.ok<{ done: string[] }>(
    "money.decidePayouts",
    { decision, ids: [id], ...(reason !== undefined && { reason }) },
    { headers: withKey() },
  );

const becomes = (payee: Payee, { id }: PayoutAnswer, state: string) =>
  house.until(state, async () => (await payee.state(id)) === state);

const transferOf = ({ id }: PayoutAnswer) =>
  [...server.connect.transfers.values()].filter(({ transfer_group: group }) => group === id);

/** Has a payout looked after as its timer does. */
const lookAfter = ({ id }: PayoutAnswer) =>
  house.within(site.sandbox, (scope) =>
    setTimer(scope, {
      name: watchPayoutName,
      subjectId: id,
      dueAt: plus(scope.now, -1000),
      payload: { looks: 1 },
    }),
  );

test("an account is opened at Stripe, and paid to once Stripe knows its owner", async () => {
  const payee = await Payee.earning({ house, tenant: site.sandbox, server: office }, 5_000);
  const connect = () =>
    payee.call<{ url: string; accountId: string }>("connectPayoutAccount", { country: "DE", returnUrl });
  const [first, second] = [await connect(), await connect()];
  assert.equal(second.accountId, first.accountId);
  assert.equal(second.url, first.url);
  type Setup = { account: { way: string; label: string } | null; coming: { isReady: boolean } | null };
  const before = await payee.call<Setup>("checkPayoutAccount");
  assert.deepEqual([before.account?.way, before.coming?.isReady], ["bank", false]);
  server.connect.finishPage(first.url.split("/").at(-1) ?? "");
  const { account, coming } = await payee.call<Setup>("checkPayoutAccount");
  assert.deepEqual([account?.way, account?.label, coming], ["stripe", "•••• 6789", null]);
  assert.deepEqual((await payee.call<{ ways: string[] }>("getPayoutSetup")).ways, ["bank", "stripe"]);
});

test("409 a country Stripe does not serve; 409 a page that is not the site's", async () => {
  const payee = await Payee.earning({ house, tenant: site.sandbox, server: office }, 1);
  assert.equal(
    await payee.refused("connectPayoutAccount", { country: "KP", returnUrl }),
    "409 money.payout_gateway_refused",
  );
  assert.equal(
    await payee.refused("connectPayoutAccount", { country: "DE", returnUrl: "https://evil.example/" }),
    "400 money.return_url_not_allowed",
  );
});

test("an approved payout is transferred once, and what Stripe takes back is in the wallet again", async () => {
  const payee = await ready(9_000);
  const payout = await payee.ask(4_000);
  server.losesAnswers = 1;
  await decide("approve", payout.id);
  await becomes(payee, payout, "paid");
  const [transfer, ...others] = transferOf(payout);
  assert.deepEqual([transfer?.amount, others.length], [4_000, 0]);
  assert.deepEqual(await payee.holds(), [5_000, 0]);
  await server.connect.reverse(transfer?.id ?? "");
  await becomes(payee, payout, "returned");
  assert.deepEqual(await payee.holds(), [9_000, 0]);
});

test("what came back unheard of is found by asking", async () => {
  const payee = await ready(4_000);
  const payout = await payee.ask(4_000);
  await decide("approve", payout.id);
  await becomes(payee, payout, "paid");
  const { webhookUrl } = server;
  server.webhookUrl = null;
  await server.connect.reverse(transferOf(payout)[0]?.id ?? "");
  server.webhookUrl = webhookUrl;
  await lookAfter(payout);
  await becomes(payee, payout, "returned");
});

test("a payout that the site's balance does not cover waits, calls somebody, and is paid later", async () => {
  const payee = await ready(7_000);
  const payout = await payee.ask(7_000);
  server.connect.balance = 100;
  await decide("approve", payout.id);
  const tasks = () =>
    house.within(site.sandbox, async (scope) => {
      const rows = await scope.sql<OperatorTask>`
        select kind from ${OperatorTask} t where subject_id = ${payout.id} and state = 'open'`;
      return rows.map(({ kind }) => kind);
    });
  await house.until("a task", async () => (await tasks()).includes("money.payout_short"));
  assert.equal(await payee.state(payout.id), "approved");
  assert.deepEqual(await decide("mark_failed", payout.id, "No."), {
    done: [],
    refused: [{ id: payout.id, state: "approved" }],
  });
  server.connect.balance = 1_000_000;
  server.forgetKeys();
  await lookAfter(payout);
  await becomes(payee, payout, "paid");
  assert.deepEqual(await tasks(), []);
});

test("a payout that Stripe refuses has failed, and its money is in the wallet again", async () => {
  const payee = await ready(3_000);
  const payout = await payee.ask(3_000);
  for (const account of server.connect.payees.values()) account.isReady = false;
  await decide("approve", payout.id);
  await becomes(payee, payout, "failed");
  assert.deepEqual(await payee.holds(), [3_000, 0]);
  const { items } = await house.ok<{ items: { gatewayNote: string | null }[] }>(
    "money.listPayouts",
    { memberId: payee.id },
    { headers: withKey() },
  );
  assert.equal(items[0]?.gatewayNote, "insufficient_capabilities_for_transfer");
});

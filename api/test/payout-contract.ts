import assert from "node:assert/strict";
import { after, before, it } from "node:test";
import { newId } from "../src/platform/ids.ts";
import { GatewayError } from "../src/platform/providers/payments/port.ts";
import { type PayoutCommand, type PayoutProvider } from "../src/platform/providers/payouts/port.ts";

/** A provider, and the outside's side of it. */
export interface PayoutBench {
  readonly payouts: PayoutProvider;
  /** What the owner of an account does on the provider's page. */
  readonly finishPage: (gatewayAccountId: string) => void;
  /** How often somebody was paid. */
  readonly paid: () => number;
  /** What the site has at the provider, in minor units. */
  readonly setBalance: (minor: number) => void;
  /** The next answer is lost on its way: the work is done, nobody hears of it. */
  readonly loseAnswer: () => void;
  /** The provider forgets every key it was sent. */
  readonly forgetKeys: () => void;
  /** The provider answers with an error of its own as often as told. */
  readonly fail: (times: number) => void;
  readonly takeBack: (gatewayPayoutId: string) => Promise<void>;
  readonly close: () => Promise<void>;
}

const signal = AbortSignal.timeout(120_000);

/** What every provider of payouts does. */
export function payoutContract(open: () => Promise<PayoutBench>): void {
  let bench: PayoutBench;
  before(async () => {
    bench = await open();
  });
  after(() => bench.close());

  const openAccount = (accountId = newId(new Date())) =>
    bench.payouts.openAccount({ accountId, key: accountId, country: "DE" }, { signal });
  const readyAccount = async () => {
    const id = await openAccount();
    bench.finishPage(id);
    return id;
  };
  const command = (gatewayAccountId: string, amountMinor = 2500): PayoutCommand => {
    const payoutId = newId(new Date());
    return { payoutId, key: payoutId, gatewayAccountId, amountMinor, currency: "EUR" };
  };

  it("opens one account for one key, with a page, and says when it can be paid to", async () => {
    const key = newId(new Date());
    const id = await openAccount(key);
    assert.equal(await openAccount(key), id);
    assert.match(await bench.payouts.accountPage(id, "https://site.example/wallet", { signal }), /^http/);
    assert.deepEqual(await bench.payouts.getAccount(id, { signal }), { isReady: false, lastDigits: null });
    bench.finishPage(id);
    assert.deepEqual(await bench.payouts.getAccount(id, { signal }), { isReady: true, lastDigits: "6789" });
  });

  it("refuses for good where it opens no account", () =>
    assert.rejects(
      bench.payouts.openAccount({ accountId: "a", key: "nowhere", country: "KP" }, { signal }),
      (refusal) => refusal instanceof GatewayError && refusal.isFinal,
    ));

  it("pays once, whatever is sent again, also when the answer was lost and the keys forgotten", async () => {
    const order = command(await readyAccount());
    const before = bench.paid();
    bench.loseAnswer();
    const first = await bench.payouts.send(order, { signal });
    bench.forgetKeys();
    const again = await bench.payouts.send(order, { signal });
    assert.equal(bench.paid(), before + 1);
    assert.equal(first.state, "arrived");
    assert.deepEqual(again, first);
    assert.equal(first.payoutId, order.payoutId);
  });

  it("says that the site's balance is short, and pays once it is not", async () => {
    const order = command(await readyAccount(), 4000);
    bench.setBalance(3999);
    const short = await bench.payouts.send(order, { signal });
    assert.deepEqual([short.state, short.gatewayPayoutId], ["short", null]);
    bench.setBalance(1_000_000);
    bench.forgetKeys();
    assert.equal((await bench.payouts.send(order, { signal })).state, "arrived");
  });

  it("says why it will not pay", async () => {
    const fact = await bench.payouts.send(command(await openAccount()), { signal });
    assert.equal(fact.state, "refused");
    assert.notEqual(fact.note, null);
  });

  it("is asked again later when it is in trouble itself", async () => {
    const order = command(await readyAccount());
    bench.fail(3);
    await assert.rejects(
      bench.payouts.send(order, { signal }),
      (refusal) => refusal instanceof GatewayError && !refusal.isFinal,
    );
    assert.equal((await bench.payouts.send(order, { signal })).state, "arrived");
  });

  it("tells of what came back", async () => {
    const order = command(await readyAccount());
    const { gatewayPayoutId } = await bench.payouts.send(order, { signal });
    await bench.takeBack(gatewayPayoutId ?? "");
    assert.equal((await bench.payouts.send(order, { signal })).state, "came_back");
  });
}

import { after, before, test } from "node:test";
import { runLedgerCampaign } from "../../../../test/campaign/ledger-commands.ts";
import { type MoneyHouse, openMoneyHouse } from "../testing.ts";

let house: MoneyHouse;

before(async () => {
  house = await openMoneyHouse();
});
after(() => house.close());

test("random histories with crashes: sums zero, balances as recomputed, an id applied at most once", async () => {
  await runLedgerCampaign(house, { runs: 25, maxCommands: 40 });
});

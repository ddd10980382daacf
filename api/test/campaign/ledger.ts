// `npm run campaign -- ledger [runs]`: random histories of the ledger with crashes, compared with plain arithmetic.
import { openMoneyHouse } from "../../src/modules/money/testing.ts";
import { runLedgerCampaign } from "./ledger-commands.ts";

const runs = Number(process.argv[2] ?? 5000);
const house = await openMoneyHouse();
try {
  await runLedgerCampaign(house, { runs, maxCommands: 100 });
  process.stdout.write(`ledger: ${runs} histories, books sound after every step\n`);
} finally {
  await house.close();
}

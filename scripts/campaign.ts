// `npm run campaign [-- word ...]`: the long forms of tests whose short forms stand in `npm test`; minutes each.
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const folder = fileURLToPath(new URL("../api/test/campaign", import.meta.url));
const campaigns = ["slots", "relay", "ledger", "payments", "crashes", "year", "chat"];

const wanted = process.argv.slice(2);
const chosen = campaigns.filter((name) => wanted.length === 0 || wanted.some((word) => name.includes(word)));
const failed = chosen.filter((name) => {
  console.log(`\n== ${name}`);
  return spawnSync("node", [`${folder}/${name}.ts`], { stdio: "inherit" }).status !== 0;
});
console.log(`\n${chosen.length - failed.length} passed, ${failed.length} failed`);
process.exitCode = failed.length > 0 ? 1 : 0;

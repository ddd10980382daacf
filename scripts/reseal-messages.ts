// `npm run messages:reseal`: has the workers put what members wrote under the newest key of TESSERA_SECRET, and says how much is left.
// Run again, it goes on. Works on DATABASE_URL, else on the demo's database, also while the demo runs.
import { countOldSeals, resealMessages } from "../api/src/modules/messaging/index.ts";
import { eachSite } from "./each-site.ts";

let left = 0;
await eachSite("messages:reseal", async ({ slug }, within) => {
  const count = await within(countOldSeals);
  if (count === 0) return;
  await within(resealMessages);
  console.log(`${slug}: ${count} texts are still under an older key`);
  left += count;
});
if (!process.exitCode)
  console.log(
    left === 0
      ? "Every message is under the newest key."
      : `${left} texts are left. The workers see to them; run this again to see how far they are.`,
  );

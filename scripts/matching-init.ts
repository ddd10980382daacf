// `npm run matching:init`: gives every listed profile of every site the vector its expertise is compared by. Run again, it has
// nothing to do. Works on DATABASE_URL, else on the demo's database, also while the demo runs.
import { embedEverybody } from "../api/src/modules/matching/index.ts";
import { AiUnavailable } from "../api/src/platform/providers/ai/port.ts";
import { eachSite } from "./each-site.ts";

const signal = AbortSignal.timeout(10 * 60 * 1000);

try {
  let made = 0;
  await eachSite("matching:init", async ({ slug }, within) => {
    const count = await embedEverybody(within, signal);
    if (count > 0) console.log(`${slug}: ${count} profiles got a vector`);
    made += count;
  });
  if (!process.exitCode)
    console.log(made === 0 ? "Every listed profile has its vector." : `${made} profiles got a vector.`);
} catch (failure) {
  if (!(failure instanceof AiUnavailable)) throw failure;
  console.error(failure.message);
  process.exitCode = 1;
}
